using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[Key("id")]
public sealed record Track
{
    [ID]
    public int Id { get; init; }

    [GraphQLDescription("Null for a track known by its names only.")]
    public string? SpotifyId { get; init; }

    public required string Name { get; init; }

    [GraphQLDescription("Null: an export does not tell it, Spotify does.")]
    public int? DurationMs { get; init; }

    [GraphQLDescription("Not supplied by Spotify to new apps: null.")]
    public int? Popularity { get; init; }

    public string? PreviewUrl { get; init; }

    public string? ImageUrl { get; init; }

    [GraphQLIgnore]
    public int ArtistId { get; init; }

    [GraphQLIgnore]
    public int? AlbumId { get; init; }
}
