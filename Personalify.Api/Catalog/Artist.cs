using System.Text.Json.Serialization;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[GraphQLDescription("An artist of a listener's own history, known by the name.")]
[Key("id")]
public sealed record Artist
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public int Number { get; init; }

    [ID]
    [JsonIgnore]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public long Id => CatalogId.Of(UserId, Number);

    [GraphQLDescription("As the listener's own files name the artist, or Spotify where none of them does (nameSource).")]
    public required string Name { get; init; }

    [GraphQLDescription("Who gave the name: EXPORT as soon as any export of the listener's names the artist.")]
    public NameSource NameSource { get; init; }

    [GraphQLDescription("The address of its picture at Spotify, or null while none is known.")]
    public string? ImageUrl { get; init; }
}
