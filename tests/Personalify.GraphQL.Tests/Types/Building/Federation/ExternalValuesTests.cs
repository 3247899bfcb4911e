using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>What the router sends of fields that other subgraphs resolve stands in the object's properties when its own fields are resolved.</summary>
public sealed class ExternalValuesTests
{
    [Theory]
    [InlineData("""tags: ["a", "b"]""", "tags a,b")]
    [InlineData("""size: {width: 3, unit: {name: "cm"}}""", "size 3x0 cm")]
    [InlineData("""size: {width: 3, height: 4, colour: "unknown to the schema"}""", "size 3x4")]
    [InlineData("size: null", "")]
    [InlineData("""parts: [{of: "P1", sizes: [{width: 1}, null]}, {of: "P2"}]""", "parts P1(1x0,none) P2()")]
    [InlineData("parts: []", "parts ")]
    [InlineData("""maker: {__typename: "Person", name: "Ada", friend: {name: "Bob"}}""", "maker Ada of Bob")]
    [InlineData("""maker: {__typename: "Company", title: "Ltd"}""", "maker Ltd")]
    [InlineData("""price: "2.50 EUR" """, "price 2.50")]
    public async Task A_property_gets_what_was_sent(string sent, string said)
    {
        var (data, errors) = await AskAsync(sent);
        Assert.Empty(errors);
        Assert.Equal($$"""{"_entities":[{"said":"{{said}}"}]}""", data);
    }

    [Theory]
    [InlineData("size: 5", "an invalid size: Size must be an object, found: 5.")]
    [InlineData("""size: {width: "wide"}""", "an invalid size: Size.width: Int cannot represent non-integer value: \"wide\"")]
    [InlineData("parts: {}", "an invalid parts: [Part!] must be a list, found: {}.")]
    [InlineData("parts: [null]", "an invalid parts: Part! cannot be null.")]
    [InlineData("""maker: {name: "Ada"}""", "an invalid maker: Maker must have a __typename that is one of its types, found: {\"name\":\"Ada\"}.")]
    [InlineData("""maker: {__typename: "Size"}""", "an invalid maker: Maker must have a __typename that is one of its types, found: {\"__typename\":\"Size\"}.")]
    [InlineData("""price: "much" """, "an invalid price: 'much' is no price.")]
    public async Task What_does_not_fit_is_named(string sent, string message)
    {
        var (data, errors) = await AskAsync(sent);
        Assert.Equal("""{"_entities":[null]}""", data);
        Assert.Equal([$"INVALID_REPRESENTATION The representation of Thing has {message}"], errors);
    }

    [Fact]
    public void A_class_that_nobody_can_make_stops_the_start() => Assert.Contains(
        "Sealed.Inner takes what other subgraphs have resolved, but Unmade has no public constructor whose parameters are its properties",
        string.Join(' ', Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<Query>().AddType<Sealed>().AddApolloFederation().Build()).Errors.Select(error => error.Message)),
        StringComparison.Ordinal);

    private static async Task<(string Data, string[] Errors)> AskAsync(string sent)
    {
        var collection = new ServiceCollection();
        collection.AddGraphQLServer().AddQueryType<Query>().AddType<Thing>().AddType<Person>().AddType<Company>()
            .BindRuntimeType<Price>(SpecifiedScalars.String).AddTypeConverter<Price, string>(price => $"{price.Amount} EUR").AddTypeConverter<string, Price>(Price.Parse)
            .AddApolloFederation();
        await using var services = collection.BuildServiceProvider();
        using var result = await services.ExecuteRequestAsync($"{{ _entities(representations: [{{__typename: \"Thing\", id: 1, {sent}}}]) {{ ... on Thing {{ said }} }} }}");
        return (Encoding.UTF8.GetString(result.Data.Span), [.. result.Errors.Select(error => $"{error.Code} {error.Message}")]);
    }

    internal sealed class Query
    {
        public static int One => 1;
    }

    [Key("id")]
    internal sealed class Thing
    {
        public int Id { get; init; }

        [External]
        public IReadOnlyList<string>? Tags { get; set; }

        [External]
        public Size? Size { get; set; }

        [External]
        public List<Part>? Parts { get; set; }

        [External]
        public IMaker? Maker { get; set; }

        [External]
        public Price? Price { get; set; }

        [Requires("tags size { width height unit { name } } parts { of sizes { width height } } maker { ... on Person { name friend { name } } ... on Company { title } } price")]
        public string Said => string.Join(' ', new[]
        {
            Tags is null ? null : $"tags {string.Join(',', Tags)}",
            Size is null ? null : $"size {Size}",
            Parts is null ? null : $"parts {string.Join(' ', Parts)}",
            Maker is null ? null : $"maker {Maker}",
            Price is null ? null : $"price {Price.Amount}",
        }.OfType<string>());

        [ReferenceResolver]
        public static Thing Find(int id) => new() { Id = id };
    }

    /// <summary>Made by its constructor.</summary>
    internal sealed record Size([property: External] int Width, [property: External] int Height, [property: External] Unit? Unit)
    {
        public override string ToString() => $"{Width}x{Height}{(Unit is null ? "" : $" {Unit.Name}")}";
    }

    internal sealed record Unit([property: External] string Name);

    /// <summary>Made by what may be set.</summary>
    internal sealed class Part
    {
        [External]
        [GraphQLName("of")]
        public required string Place { get; init; }

        [External]
        public Size?[] Sizes { get; set; } = [];

        public override string ToString() => $"{Place}({string.Join(',', Sizes.Select(size => size?.ToString() ?? "none"))})";
    }

    [UnionType]
    [GraphQLName("Maker")]
    internal interface IMaker;

    /// <summary>Holds one of its own kind.</summary>
    internal sealed record Person([property: External] string Name, [property: External] Person? Friend) : IMaker
    {
        public override string ToString() => Friend is null ? Name : $"{Name} of {Friend}";
    }

    internal sealed record Company([property: External] string Title) : IMaker
    {
        public override string ToString() => Title;
    }

    internal sealed record Price(string Amount)
    {
        public static Price Parse(string text) => text.Split(' ') is [var amount, "EUR"] ? new Price(amount) : throw new FormatException($"'{text}' is no price.");
    }

    [Key("id")]
    internal sealed class Sealed
    {
        public int Id { get; } = 1;

        [External]
        public Unmade? Inner { get; set; }

        [Requires("inner { name }")]
        public string? Name => Inner?.Name;

        [ReferenceResolver]
        public static Sealed Find(int id) => id == 1 ? new Sealed() : throw new InvalidOperationException();
    }

    internal sealed class Unmade
    {
        private Unmade(string name) => Name = name;

        [External]
        public string Name { get; }

        [GraphQLIgnore]
        public static Unmade Make() => new("x");
    }
}
