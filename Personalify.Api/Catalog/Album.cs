using System.Text.Json.Serialization;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

[GraphQLDescription("An album of a listener's own history, known by its artist and its name.")]
[Key("id")]
public sealed record Album
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public int Number { get; init; }

    [ID]
    [JsonIgnore]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public long Id => CatalogId.Of(UserId, Number);

    [GraphQLDescription("As the listener's own files name it, or Spotify where none of them does (nameSource).")]
    public required string Name { get; init; }

    [GraphQLDescription("Who gave the name: EXPORT as soon as any export of the listener's names the album.")]
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
}
