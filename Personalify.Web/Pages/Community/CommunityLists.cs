using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Community;

/// <param name="Share">Of the first entry's value, 0 to 1.</param>
/// <param name="Href">Where one finds it in one's own history.</param>
public sealed record CommunityEntry(string Rank, string Name, string Detail, string Value, double Share, string? Href = null)
{
    public bool IsYou { get; init; }
}

public sealed record CommunityList(string Id, string Title, IReadOnlyList<CommunityEntry> Entries, string Nothing)
{
    /// <summary>What one should know of the list.</summary>
    public string? Note { get; init; }
}

/// <summary>The community's rankings as the page shows them.</summary>
public sealed class CommunityLists(CommunityView community, TopOrder by)
{
    private const int LongestSearch = 100;
    private static readonly Texts Text = Texts.Of(typeof(CommunityLists));

    private string Minimum => Format.Number(community.MinimumListeners);

    public IEnumerable<CommunityList> All =>
    [
        new("artists", Text["Top artists"], Artists(), TooFew),
        new("tracks", Text["Top tracks"], Tracks(), TooFew),
        new("genres", Text["Top genres"], Genres(),
            Text["Spotify says of no artist here what genre it is, or fewer than {0} listeners have heard any.", Minimum]),
        new("listeners", Text["How much is heard"], Listeners(), TooFew)
        {
            Note = Text["Averages of groups of at least {0} listeners, rounded.", Minimum],
        },
    ];

    private string TooFew => Text["What fewer than {0} listeners have heard is left out, so nothing is here yet.", Minimum];

    private IReadOnlyList<CommunityEntry> Artists()
    {
        var list = community.TopArtists ?? [];
        return [.. list.Select(artist => new CommunityEntry(
            Format.Number(artist.Rank), artist.Name, By(artist.Listeners, artist.Plays, artist.MsPlayed),
            Value(artist.Plays, artist.MsPlayed),
            Share(artist.Plays, artist.MsPlayed, list[0].Plays, list[0].MsPlayed), SearchOf(artist.Name)))];
    }

    private IReadOnlyList<CommunityEntry> Tracks()
    {
        var list = community.TopTracks ?? [];
        return [.. list.Select(track => new CommunityEntry(
            Format.Number(track.Rank), track.Name, $"{Bidi.Isolate(track.ArtistName)} · {Listeners(track.Listeners)}",
            Value(track.Plays, track.MsPlayed),
            Share(track.Plays, track.MsPlayed, list[0].Plays, list[0].MsPlayed), SearchOf(track.Name)))];
    }

    private IReadOnlyList<CommunityEntry> Genres()
    {
        var list = community.TopGenres ?? [];
        return [.. list.Select(genre => new CommunityEntry(
            Format.Number(genre.Rank), genre.Name, By(genre.Listeners, genre.Plays, genre.MsPlayed), Value(genre.Plays, genre.MsPlayed),
            Share(genre.Plays, genre.MsPlayed, list[0].Plays, list[0].MsPlayed)))];
    }

    private IReadOnlyList<CommunityEntry> Listeners()
    {
        var list = community.TopListeners ?? [];
        return [.. list.Select(group => new CommunityEntry(
            "", Text["Ranks {0} to {1}", Format.Number(group.Rank), Format.Number(group.LastRank)],
            group.IsYou ? Text["you are one of them"] : "", Text["about {0}", Value(group.Plays, group.MsPlayed)],
            Share(group.Plays, group.MsPlayed, list[0].Plays, list[0].MsPlayed)) { IsYou = group.IsYou })];
    }

    private string By(int listeners, long plays, long msPlayed) =>
        $"{(by == TopOrder.Plays ? Format.Duration(msPlayed) : Format.Count(plays, "play", "plays"))} · {Listeners(listeners)}";

    private static string Listeners(int count) => $"{Format.Number(count)} {Text.Plural(count, "listener", "listeners")}";

    private string Value(long plays, long msPlayed) =>
        by == TopOrder.Plays ? Format.Count(plays, "play", "plays") : Format.Duration(msPlayed);

    private double Share(long plays, long msPlayed, long mostPlays, long mostMs) =>
        by == TopOrder.Plays ? plays / Math.Max(1.0, mostPlays) : msPlayed / Math.Max(1.0, mostMs);

    private static string? SearchOf(string name) => name.Length <= LongestSearch ? $"/search?q={Uri.EscapeDataString(name)}" : null;
}
