using System.Text.Json.Serialization;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[GraphQLDescription("A track of a listener's own history, known by its Spotify id or, without one, by artist and name.")]
[Key("id")]
public sealed record Track
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public int Number { get; init; }

    [ID]
    [JsonIgnore]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public long Id => CatalogId.Of(UserId, Number);

    [GraphQLDescription("Null for a track known by its names only.")]
    public string? SpotifyId { get; init; }

    [GraphQLDescription("As the newest row of the listener's own files names it, or Spotify where none of them does (nameSource).")]
    public required string Name { get; init; }

    [GraphQLDescription("Who gave the name: EXPORT as soon as any export of the listener's names the track.")]
    public NameSource NameSource { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null while none is known.")]
    public string? ImageUrl { get; init; }

    /// <summary>The name as a search compares it, which orders lists: case and accents do not matter.</summary>
    [GraphQLIgnore]
    [JsonIgnore]
    public string SearchKey { get; init; } = "";

    /// <summary>The artist's number in the same catalogue.</summary>
    [GraphQLIgnore]
    public int ArtistNumber { get; init; }

    /// <summary>The album's number in the same catalogue, where the row names one.</summary>
    [GraphQLIgnore]
    public int? AlbumNumber { get; init; }
}
