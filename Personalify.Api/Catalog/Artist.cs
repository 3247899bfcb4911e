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

    public required string Name { get; init; }

    public string? ImageUrl { get; init; }
}
