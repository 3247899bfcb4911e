using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>What only descriptors can say, and what they are refused.</summary>
public sealed class DescribedTypeTests
{
    [Fact]
    public async Task A_schema_needs_no_class()
    {
        var schema = new SchemaBuilder()
            .AddQueryType(root =>
            {
                root.Field("hello").Argument("name", argument => argument.Type<StringType>().DefaultValue("world")).Resolve(context => $"Hello {context.ArgumentValue<string>("name")}");
                root.Field("sum").Resolve((_, _) => Task.FromResult(3));
                root.Field("maybe").Resolve(_ => (int?)null);
                root.Field("later").Type("[String!]!").Resolve(async _ =>
                {
                    await Task.Yield();
                    return new[] { "x" };
                });
            })
            .AddQueryType(root => root.Field("more").Resolve(1.5))
            .Build();

        Assert.Equal(
            """
            type Query {
              hello(name: String = "world"): String
              sum: Int! @cost(weight: "10")
              maybe: Int
              later: [String!]! @cost(weight: "10")
              more: Float!
            }
            """,
            SchemaPrinter.Print(schema.QueryType!));
        await schema.AnswersAsync("{ hello sum maybe later more }", """{"hello":"Hello world","sum":3,"maybe":null,"later":["x"],"more":1.5}""");
    }

    [Fact]
    public async Task A_class_that_knows_nothing_is_described_from_outside()
    {
        var schema = new SchemaBuilder()
            .AddQueryType(root => root.Field("at").Type<NonNullType<PointType>>().Resolve(new Point(1, 2)))
            .AddType<PointType>()
            .AddObjectTypeExtension<Point>(point => point.Field("both").ResolveWith<PointResolvers>(resolvers => resolvers.Both(default!)))
            .Build();

        Assert.Equal("type Position {\n  x: Int!\n  both: String!\n}", SchemaPrinter.Print(schema.Types["Position"]));
        await schema.AnswersAsync("{ at { x both } }", """{"at":{"x":10,"both":"1/2"}}""");
    }

    [Fact]
    public async Task A_member_of_a_union_need_not_derive_from_it()
    {
        var schema = new SchemaBuilder()
            .AddQueryType(root => root.Field("any").Type<ListType<AnyThing>>().Resolve(new object[] { new Point(1, 2), new Label("l") }))
            .AddType<AnyThing>()
            .Build();
        await schema.AnswersAsync("{ any { ... on Point { y } ... on Label { text } } }", """{"any":[{"y":2},{"text":"l"}]}""");
        Assert.Equal("union Thing = Label | Point", SchemaPrinter.Print(schema.Types["Thing"]));
    }

    [Fact]
    public async Task An_output_and_an_input_of_one_class_are_described_apart()
    {
        var schema = new SchemaBuilder()
            .AddQueryType<Echo>()
            .AddObjectType<Label>(label => label.Name("Shown"))
            .AddInputObjectType<Label>(label => label.Name("Given").Field(each => each.Text).Name("words").Description("What it says."))
            .Build();
        await schema.AnswersAsync("""{ echo(label: { words: "w" }) { __typename text } }""", """{"echo":{"__typename":"Shown","text":"w"}}""");
    }

    [Fact]
    public async Task A_typed_scalar_reads_and_writes_its_values()
    {
        var schema = new SchemaBuilder().AddType<CodeType>().AddQueryType(root => root.Field("code")
            .Argument("of", argument => argument.Type<CodeType>()).Type<CodeType>().Resolve(context => context.ArgumentValue<Code>("of"))).Build();
        await schema.AnswersAsync("""{ code(of: "x-1") }""", """{"code":"x-1"}""");
        Assert.Contains("names no code", (await schema.FailsAsync("""{ code(of: "y") }""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused_when_the_schema_is_built(Action<SchemaBuilder> describe, string message)
    {
        var builder = new SchemaBuilder().AddQueryType<Echo>();
        var error = Assert.Throws<SchemaException>(() =>
        {
            describe(builder);
            builder.Build();
        });
        Assert.Contains(message, error.Errors[0].Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action<SchemaBuilder>, string> Wrong => new()
    {
        { builder => builder.AddObjectType<Label>(label => label.Field("size")), "The field size that is described for" },
        { builder => builder.AddObjectType<Label>(label => label.Field(each => each.Text + "!")), "names no property and no method" },
        { builder => builder.AddInputObjectType<Label>(label => label.Field("size")), "The field size that is described for" },
        { builder => builder.AddEnumType<DayOfWeek>(day => day.Value((DayOfWeek)9)), "9 is no member of System.DayOfWeek" },
        { builder => builder.AddObjectType<Label>(label => label.Field("size").Type("Nope").Resolve(1)), "names the type Nope, which is neither a scalar nor a type of this schema" },
        { builder => builder.AddObjectType<Label>(label => label.Field("size").Resolve(_ => new object())), "The described field Label.size: " },
        { builder => builder.AddObjectType<Label>(label => label.Field("size").Type<CodeType>().Resolve(1)), "names the type CodeType" },
    };

    private sealed record Point(int X, int Y);

    private sealed class PointType : ObjectType<Point>
    {
        protected override void Configure(IObjectTypeDescriptor<Point> descriptor)
        {
            descriptor.Name("Position").BindFieldsExplicitly();
            descriptor.Field(point => point.X).Resolve(context => context.Parent<Point>().X * 10);
        }
    }

    private sealed class PointResolvers
    {
        private readonly char _between = '/';

        public string Both([Parent] Point point) => $"{point.X}{_between}{point.Y}";
    }

    private interface IThing;

    private sealed class AnyThing : UnionType<IThing>
    {
        protected override void Configure(IUnionTypeDescriptor descriptor) => descriptor.Name("Thing").Type<Label>().Type<Point>();
    }

    internal sealed record Label(string Text);

    internal sealed class Echo
    {
        public static Label GetEcho(Label label) => label;
    }

    internal sealed record Code(string Text);

    private sealed class CodeType() : ScalarType<Code>("Code")
    {
        protected override Code OnLiteralToValue(ValueNode literal) => literal is StringValueNode { Value: var text } ? Read(text) : throw new CoercionException("It names no code.");

        protected override Code OnCoerceInputValue(JsonElement json) => Read(json.GetString()!);

        protected override void OnCoerceOutputValue(Code value, Utf8JsonWriter writer) => writer.WriteStringValue(value.Text);

        protected override ValueNode OnValueToLiteral(Code value) => new StringValueNode(value.Text);

        private static Code Read(string text) => text.StartsWith("x-", StringComparison.Ordinal) ? new Code(text) : throw new CoercionException($"{text} names no code.");
    }
}
