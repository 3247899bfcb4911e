using System.Text.Json.Serialization;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[Key("id")]
public sealed record Artist
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public int Number { get; init; }

    [ID]
    [JsonIgnore]
    public long Id => CatalogId.Of(UserId, Number);

    public string? SpotifyId { get; init; }

    public required string Name { get; init; }

    public string? ImageUrl { get; init; }

    [GraphQLDescription("Not supplied by Spotify to new apps: null.")]
    public int? Popularity { get; init; }

    [GraphQLDescription("Not supplied by Spotify to new apps: null.")]
    public string[]? Genres { get; init; }
}
