using System.Text.Json.Serialization;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>Spotify's top lists of a listener for one time range, as one run found them.</summary>
/// <param name="TimeRange">Of the lists.</param>
/// <param name="Artists">The best first.</param>
/// <param name="Tracks">The best first.</param>
/// <param name="Genres">Counted over the artists; null where Spotify supplied no genres at all, which it no longer has to.</param>
[GraphQLName("SyncTopLists")]
[GraphQLDescription("Spotify's top lists of a listener for one time range, as one synchronization found them.")]
public sealed record TopLists(
    [property: GraphQLDescription("Of the lists.")] TimeRange TimeRange,
    [property: GraphQLDescription("The top artists, the best first.")] IReadOnlyList<TopItem> Artists,
    [property: GraphQLDescription("The top tracks, the best first.")] IReadOnlyList<TopItem> Tracks,
    [property: GraphQLDescription("Counted over the artists; null where Spotify supplied no genres at all, which it no longer has to.")]
    IReadOnlyList<TopGenre>? Genres);

/// <summary>An artist or a track in a top list, as Spotify described it then.</summary>
[GraphQLName("SyncTopItem")]
[GraphQLDescription("An artist or a track in a top list, as Spotify described it then.")]
public sealed record TopItem
{
    /// <summary>From 1 on.</summary>
    [GraphQLDescription("Its place in the list, from 1 on.")]
    public required int Rank { get; init; }

    [JsonPropertyName("id")]
    [GraphQLDescription("Spotify's id of it.")]
    public required string SpotifyId { get; init; }

    [GraphQLDescription("Its name at Spotify.")]
    public required string Name { get; init; }

    [GraphQLDescription("The address of its picture at Spotify; null where Spotify gave none.")]
    public string? ImageUrl { get; init; }

    /// <summary>Of a track.</summary>
    [JsonPropertyName("artists")]
    [GraphQLDescription("The artists of a track; none for an artist.")]
    public IReadOnlyList<string> ArtistNames { get; init; } = [];

    /// <summary>Of a track.</summary>
    [JsonPropertyName("album")]
    [GraphQLDescription("The album of a track; null for an artist, and where Spotify gave none.")]
    public string? AlbumName { get; init; }
}

/// <summary>A genre and how many of the top artists have it.</summary>
[GraphQLName("SyncTopGenre")]
[GraphQLDescription("A genre and how many of the top artists have it.")]
public sealed record TopGenre(
    [property: GraphQLDescription("Its place in the list, from 1 on.")] int Rank,
    [property: GraphQLDescription("Its name.")] string Name,
    [property: GraphQLDescription("How many of the top artists have it.")] int Artists);

/// <summary>The current document of a listener and a time range: what the newest run found.</summary>
/// <param name="UserId">Whose it is: a document of another listener who had the same account at Spotify is not there.</param>
/// <param name="SpotifyId">The account at Spotify.</param>
/// <param name="RunId">The run that found it.</param>
/// <param name="SyncedAt">When.</param>
/// <param name="Lists">What it found.</param>
public sealed record CurrentTops(int UserId, string SpotifyId, Guid RunId, DateTimeOffset SyncedAt, TopLists Lists);
