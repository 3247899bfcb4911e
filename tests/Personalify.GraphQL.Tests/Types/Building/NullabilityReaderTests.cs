using System.Collections;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Non-null in GraphQL is what C#'s annotations say.</summary>
public sealed class NullabilityReaderTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType<Query>().Build();

    [Theory]
    [InlineData("text", "String!")]
    [InlineData("maybeText", "String")]
    [InlineData("number", "Int!")]
    [InlineData("maybeNumber", "Int")]
    [InlineData("list", "[String!]!")]
    [InlineData("listOfMaybe", "[String]!")]
    [InlineData("maybeList", "[Int!]")]
    [InlineData("maybeNumbers", "[Int]!")]
    [InlineData("nested", "[[String!]]!")]
    [InlineData("set", "[Int!]!")]
    [InlineData("bytes", "Base64String!")]
    [InlineData("ids", "[ID!]!")]
    [InlineData("ownList", "[Int!]!")]
    [InlineData("task", "String")]
    [InlineData("valueTask", "[String]!")]
    [InlineData("named", "[ID]!")]
    [InlineData("neverNull", "String!")]
    [InlineData("partlyNull", "[Int]!")]
    [InlineData("maybeWhole", "[String!]")]
    [InlineData("maybeDeep", "[[String]!]!")]
    public void A_field_is_as_nullable_as_its_member(string field, string type) =>
        Assert.Equal(type, Schema.QueryType!.Fields[field].Type.ToString());

    [Theory]
    [InlineData("text", "String!")]
    [InlineData("maybe", "String")]
    [InlineData("list", "[Int]!")]
    [InlineData("optional", "String")]
    [InlineData("defaulted", "Int!")]
    [InlineData("forced", "[String!]!")]
    public void An_argument_is_as_nullable_as_its_parameter(string argument, string type) =>
        Assert.Equal(type, Schema.QueryType!.Fields["take"].Arguments.Single(each => each.Name == argument).Type.ToString());

    [Fact]
    public void An_input_is_as_nullable_as_its_attribute_says() =>
        Assert.Equal(["Int!", "String!"], ((InputObjectType)Schema.Types["ForcedInput"]).Fields.Select(field => field.Type.ToString()));

    [Fact]
    public void An_input_that_only_its_constructor_sets_is_as_nullable_as_what_it_gives() =>
        Assert.Equal(["String!", "[Int]"], ((InputObjectType)Schema.Types["MadeInput"]).Fields.Select(field => field.Type.ToString()));

    internal sealed class Made(string name, IReadOnlyList<int?>? sizes)
    {
        public string Name { get; } = name;

        public IReadOnlyList<int?>? Sizes { get; } = sizes;
    }

    internal sealed record Forced([GraphQLNonNullType] int? Number)
    {
        [GraphQLNonNullType]
        public string? Text { get; init; }
    }

    internal abstract class Query
    {
        public static int TakeMade([Argument] Made made) => made.Sizes?.Count ?? made.Name.Length;

        [GraphQLNonNullType]
        public static string? NeverNull => null;

        [GraphQLNonNullType(false, true)]
        public static int[]? PartlyNull => null;

        [GraphQLNonNullType(true)]
        public static string[] MaybeWhole => [];

        [GraphQLNonNullType(false, false, true)]
        public static Task<string[]?[]?> MaybeDeepAsync() => Task.FromResult<string[]?[]?>(null);

        public static string Text => "";

        public static string? MaybeText => null;

        public static int Number => 0;

        public static int? MaybeNumber => null;

        public static IReadOnlyList<string> List => [];

        public static string?[] ListOfMaybe => [];

        public static List<int>? MaybeList => null;

        public static IEnumerable<int?> MaybeNumbers => [];

        public static IReadOnlyList<string[]?> Nested => [];

        public static HashSet<int> Set => [];

        public static byte[] Bytes => [];

        [ID]
        public static int[] Ids => [];

        public static Numbers OwnList => new();

        public static Task<string?> GetTaskAsync() => Task.FromResult<string?>(null);

        public static ValueTask<IReadOnlyList<string?>> GetValueTaskAsync() => new([]);

        [GraphQLType("[ID]!")]
        public static string[] Named => [];

        public static int Take(string text, string? maybe, int?[] list, Optional<string> optional, [GraphQLNonNullType] string[]? forced, Forced? input, int defaulted = 3) =>
            text.Length + (forced?.Length ?? input?.Number ?? 0) + (maybe?.Length ?? 0) + list.Length + (optional.HasValue ? 1 : 0) + defaulted;
    }

    internal sealed class Numbers : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
