using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[Key("id")]
public sealed record Album
{
    [ID]
    public int Id { get; init; }

    public string? SpotifyId { get; init; }

    public required string Name { get; init; }

    public string? ImageUrl { get; init; }

    public DateOnly? ReleaseDate { get; init; }

    [GraphQLIgnore]
    public int ArtistId { get; init; }
}
