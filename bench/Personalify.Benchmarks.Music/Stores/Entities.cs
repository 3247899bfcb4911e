using Personalify.GraphQL;

namespace Personalify.Benchmarks.Music.Stores;

public sealed record Named(int Id, string Name);

public sealed record Artist(int Id, string Name, string[] Genres);

public sealed record Track(int Id, string Name, int Popularity)
{
    [GraphQLIgnore]
    public int AlbumId { get; init; }

    [GraphQLIgnore]
    public int[] ArtistIds { get; init; } = [];
}

/// <summary>The ids of a listener's top lists, best first.</summary>
public sealed record TopIds(int[] TrackIds, int[] ArtistIds);

/// <summary>A track that lies in memory with everything that belongs to it.</summary>
public sealed record KnownTrack(int Id, string Name, int Popularity, Named Album, Artist[] Artists);

/// <summary>A dashboard that is stored whole.</summary>
public sealed record Snapshot(string DisplayName, SnapshotTrack[] Tracks, Artist[] Artists);

public sealed record SnapshotTrack(string Name, int Popularity, string Album, string[] Artists);

public enum TimeRange
{
    [GraphQLName("short_term")]
    ShortTerm,

    [GraphQLName("medium_term")]
    MediumTerm,

    [GraphQLName("long_term")]
    LongTerm,
}

internal static class TimeRanges
{
    public static string NameOf(TimeRange range) => range switch
    {
        TimeRange.ShortTerm => "short_term",
        TimeRange.MediumTerm => "medium_term",
        _ => "long_term",
    };
}
