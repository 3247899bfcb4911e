using Personalify.Web.Api;

namespace Personalify.Web.Statistics;

public sealed record ListeningTotals(
    int Plays, long MsPlayed, int Tracks, int Artists, int Albums, int NewArtists, int ActiveDays, Streak? LongestStreak);

/// <summary>What of the period before the figures are compared with.</summary>
public sealed record TotalsBefore(int Plays, long MsPlayed, int Artists, int ActiveDays, StreakBefore? LongestStreak);

public sealed record StreakBefore(int Days);

public sealed record Streak(int Days, DateOnly From, DateOnly To);

public sealed record DayListening(DateOnly Day, int Plays, long MsPlayed);

public sealed record MonthListening(DateOnly Month, int Plays, long MsPlayed);

public sealed record WeekdayHourListening(Weekday Weekday, int Hour, int Plays, long MsPlayed);

/// <summary>A page of a ranking.</summary>
public sealed record TopList<T>(IReadOnlyList<T>? Nodes)
    where T : class
{
    public IReadOnlyList<T> Entries => Nodes ?? [];
}

public sealed record TopTrack(int Rank, TrackName Track, int Plays, long MsPlayed, bool IsNew);

public sealed record TopArtist(int Rank, ArtistName Artist, int Plays, long MsPlayed, int Tracks, bool IsNew);

public sealed record TopAlbum(int Rank, AlbumName Album, int Plays, long MsPlayed, bool IsNew);

public sealed record TrackName(string Id, string Name, string? ImageUrl, ArtistReference Artist)
{
    public NameSource NameSource { get; init; }
}

public sealed record ArtistName(string Id, string Name, string? ImageUrl)
{
    public NameSource NameSource { get; init; }
}

public sealed record AlbumName(string Id, string Name, string? ImageUrl, ArtistReference Artist)
{
    public NameSource NameSource { get; init; }
}

public sealed record ArtistReference(string Id, string Name);

/// <summary>An entry of the period before: its rank is all that is needed to say how it moved.</summary>
public sealed record RankedTrack(int Rank, Identity Track);

public sealed record RankedArtist(int Rank, Identity Artist);

public sealed record RankedAlbum(int Rank, Identity Album);

public sealed record Identity(string Id);
