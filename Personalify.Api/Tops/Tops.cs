using System.Text.Json.Serialization;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>
/// The top lists of a listener for one time range. It is the value in Redis too, so that an answer from there is read once and given out as
/// it is. It need not have both lists, nor the whole of them: their sources say what is here. The time and the run are those of the older.
/// </summary>
[GraphQLDescription("Spotify's top lists of a listener for one time range. Spotify ranks by affinity and tells no counts.")]
public sealed record Tops
{
    /// <summary>Raised when older values in Redis cannot be read any more; they are then taken for missing.</summary>
    public const int CurrentVersion = 2;

    [GraphQLIgnore]
    public int Version { get; init; } = CurrentVersion;

    [GraphQLIgnore]
    public string? SpotifyId { get; init; }

    [GraphQLDescription("Which of Spotify's time ranges.")]
    public required TimeRange TimeRange { get; init; }

    [GraphQLDescription("When Spotify said so, UTC; the earlier time where the lists that are asked for came one by one.")]
    public required DateTimeOffset SyncedAt { get; init; }

    [GraphQLIgnore]
    public required Guid RunId { get; init; }

    [GraphQLIgnore]
    public required int UserId { get; init; }

    /// <summary>Null where the artists are not here.</summary>
    [GraphQLIgnore]
    public TopsSource? ArtistsSource { get; init; }

    /// <summary>Null where the tracks are not here.</summary>
    [GraphQLIgnore]
    public TopsSource? TracksSource { get; init; }

    [GraphQLDescription("The top artists, the best first.")]
    public required IReadOnlyList<TopEntry> Artists { get; init; }

    [GraphQLDescription("The top tracks, the best first.")]
    public required IReadOnlyList<TopEntry> Tracks { get; init; }

    [GraphQLDescription("Genres by how many of the top artists have them; null where Spotify supplied none.")]
    public IReadOnlyList<GenreEntry>? Genres { get; init; }

    [JsonIgnore]
    [GraphQLDescription("Why there are no genres, or null when there are.")]
    public string? GenresReason =>
        Genres is null ? "Spotify supplied no genres with these artists; it no longer gives them to every app." : null;

    [JsonIgnore]
    [ID<SyncRun>]
    [GraphQLDescription(
        "The synchronization that brought them, or the earlier one where the lists that are asked for came one by one. Only what brought "
        + "both lists whole is among the moments.")]
    public SyncRunId Run => new(UserId, RunId);
}

[GraphQLDescription("A place in one of Spotify's top lists, with what Spotify says of the artist or track.")]
public sealed record TopEntry
{
    [GraphQLDescription("From 1 on.")]
    public required int Rank { get; init; }

    [GraphQLDescription("Since the lists before; null where these are the first.")]
    public TopMovement? Movement { get; init; }

    [GraphQLDescription("Whether it is an artist or a track.")]
    public required TopKind Kind { get; init; }

    [GraphQLDescription("Spotify's id.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("As Spotify names it.")]
    public required string Name { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("Of a track, as Spotify names them; empty for an artist.")]
    public IReadOnlyList<string> ArtistNames { get; init; } = [];

    [GraphQLDescription("Of a track, as Spotify names it.")]
    public string? AlbumName { get; init; }

    /// <summary>Made once: an entry that came from Redis is given out many times.</summary>
    [JsonIgnore]
    [GraphQLDescription("Its page at Spotify.")]
    public string Url => field ??= $"https://open.spotify.com/{(Kind == TopKind.Artist ? "artist" : "track")}/{SpotifyId}";
}

[GraphQLDescription("What a top list ranks.")]
public enum TopKind
{
    [GraphQLDescription("An artist.")]
    Artist,

    [GraphQLDescription("A track.")]
    Track,
}

[GraphQLDescription("How a place differs from the one in the lists before.")]
public sealed record TopMovement(
    [property: GraphQLDescription("In which direction.")] MovementKind Kind,
    [property: GraphQLDescription("By how many places; 0 where it entered or stayed.")] int Places)
{
    private static readonly TopMovement Entered = new(MovementKind.Entered, 0);
    private static readonly TopMovement Same = new(MovementKind.Same, 0);

    /// <param name="rank">Now.</param>
    /// <param name="previous">Before; null when it was not in the list.</param>
    public static TopMovement Of(int rank, int? previous) => previous switch
    {
        null => Entered,
        { } before when before == rank => Same,
        { } before when before > rank => new(MovementKind.Up, before - rank),
        { } before => new(MovementKind.Down, rank - before),
    };
}

[GraphQLDescription("The direction in which a place moved.")]
public enum MovementKind
{
    [GraphQLDescription("It was not in the list before.")]
    Entered,

    [GraphQLDescription("It stood lower before.")]
    Up,

    [GraphQLDescription("It stood higher before.")]
    Down,

    [GraphQLDescription("It stands where it stood.")]
    Same,
}

[GraphQLDescription("A genre among the top artists.")]
public sealed record GenreEntry(
    [property: GraphQLDescription("From 1 on.")] int Rank,
    [property: GraphQLDescription("As Spotify names it.")] string Name,
    [property: GraphQLDescription("How many of the top artists have it.")] int Artists);

[GraphQLDescription("A moment of which there are top lists.")]
public sealed record TopsMoment(
    [property: GraphQLDescription("The synchronization that brought them.")] [property: ID<SyncRun>] SyncRunId Run,
    [property: GraphQLDescription("When Spotify said so, UTC.")] DateTimeOffset SyncedAt);
