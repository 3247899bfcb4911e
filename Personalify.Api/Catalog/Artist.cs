using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[Key("id")]
public sealed record Artist
{
    [ID]
    public int Id { get; init; }

    public string? SpotifyId { get; init; }

    public required string Name { get; init; }

    public string? ImageUrl { get; init; }

    [GraphQLDescription("Not supplied by Spotify to new apps: null.")]
    public int? Popularity { get; init; }

    [GraphQLDescription("Not supplied by Spotify to new apps: null.")]
    public string[]? Genres { get; init; }
}
