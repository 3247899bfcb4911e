namespace Personalify.Api.Catalog.Word;

[GraphQLDescription("What Spotify says of an artist. It is Spotify's word and the same for everybody; "
    + "the rest of an artist is the listener's own.")]
public sealed record SpotifyArtist
{
    [GraphQLDescription("Spotify's id.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("As Spotify writes it.")]
    public required string Name { get; init; }

    [GraphQLDescription("The address of the picture at Spotify, or null where it has none.")]
    public string? ImageUrl { get; init; }

    [GraphQLDescription("Null where Spotify supplies none, as to every new app; empty where it knows none.")]
    public IReadOnlyList<string>? Genres { get; init; }

    [GraphQLDescription("0 to 100; null where Spotify supplies none, as to every new app.")]
    public int? Popularity { get; init; }

    [GraphQLDescription("When Spotify said so.")]
    public DateTimeOffset FetchedAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    [GraphQLDescription("Where it is at Spotify.")]
    public string Url => $"https://open.spotify.com/artist/{SpotifyId}";
}

[GraphQLDescription("What Spotify says of an album. It is Spotify's word and the same for everybody; "
    + "the rest of an album is the listener's own.")]
public sealed record SpotifyAlbum
{
    [GraphQLDescription("Spotify's id.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("As Spotify writes it.")]
    public required string Name { get; init; }

    [GraphQLDescription("The address of the cover at Spotify, or null where it has none.")]
    public string? CoverUrl { get; init; }

    [GraphQLDescription("Such as album, single or compilation.")]
    public string? AlbumType { get; init; }

    [GraphQLDescription("A year, a month or a day, as releaseDatePrecision says.")]
    public string? ReleaseDate { get; init; }

    [GraphQLDescription("year, month or day.")]
    public string? ReleaseDatePrecision { get; init; }

    [GraphQLDescription("How many tracks it has.")]
    public int? TotalTracks { get; init; }

    [GraphQLDescription("When Spotify said so.")]
    public DateTimeOffset FetchedAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    [GraphQLDescription("Where it is at Spotify.")]
    public string Url => $"https://open.spotify.com/album/{SpotifyId}";
}

[GraphQLDescription("What Spotify says of a track. It is Spotify's word and the same for everybody; "
    + "the rest of a track is the listener's own.")]
public sealed record SpotifyTrack
{
    /// <summary>As the listener's files have it; Spotify may give another release of the recording in its place.</summary>
    [GraphQLIgnore]
    public required string AskedId { get; init; }

    [GraphQLDescription("Spotify's id. It differs from the track's own where Spotify gives another release of the recording in its place.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("As Spotify writes it.")]
    public required string Name { get; init; }

    [GraphQLDescription("The address of its album's cover at Spotify, or null where it has none.")]
    public string? CoverUrl { get; init; }

    [GraphQLDescription("How long it is.")]
    public int? DurationMs { get; init; }

    [GraphQLDescription("Names the recording on whichever album. Null where Spotify has not been asked for this very track.")]
    public string? Isrc { get; init; }

    [GraphQLDescription("When its album came out: a year, a month or a day, as releaseDatePrecision says.")]
    public string? ReleaseDate { get; init; }

    [GraphQLDescription("year, month or day.")]
    public string? ReleaseDatePrecision { get; init; }

    [GraphQLDescription("Whether Spotify marks its words as explicit.")]
    public bool? IsExplicit { get; init; }

    [GraphQLDescription("0 to 100; null where Spotify supplies none, as to every new app.")]
    public int? Popularity { get; init; }

    [GraphQLDescription("When Spotify said so.")]
    public DateTimeOffset FetchedAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    [GraphQLDescription("Where it is at Spotify.")]
    public string Url => $"https://open.spotify.com/track/{SpotifyId}";
}
