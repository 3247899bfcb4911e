using System.Text.Json;
using Personalify.DevStack;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>Directives of the author's own: defined by classes, applied by attributes and by descriptors.</summary>
public sealed class DirectiveTypeTests
{
    private const string Definitions =
        """"
        directive @labelled(text: String!, size: Int! = 1) repeatable on OBJECT | FIELD_DEFINITION | ENUM_VALUE

        """Who answers for it."""
        directive @owner(team: String!, mood: Mood! = GLAD) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
        """";

    [Fact]
    public void Directives_stand_in_the_export_where_they_were_put()
    {
        var text = SchemaPrinter.Print(new SchemaBuilder().AddQueryType<Query>().AddObjectType<Thing>(thing =>
        {
            thing.Directive(new Labelled("a") { Size = 2 }).Directive(new Labelled("b"));
            thing.Field(each => each.Name).Directive(new OwnerAttribute("x"));
        }).Build());

        Assert.Contains(Definitions.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        Assert.Contains("things(by: WishInput @owner(team: \"args\")): Thing @owner(team: \"reads\", mood: SAD)", text, StringComparison.Ordinal);
        Assert.Contains("type Thing @labelled(text: \"a\", size: 2) @labelled(text: \"b\") {\n  name: String! @owner(team: \"x\")", text, StringComparison.Ordinal);
        Assert.Contains("input WishInput {\n  name: String! @owner(team: \"inputs\")\n}", text, StringComparison.Ordinal);
        Assert.Contains("GLAD @labelled(text: \"l\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directives_for_operations_are_validated_and_read()
    {
        var schema = new SchemaBuilder().AddQueryType<Query>().AddDirectiveType<SlowType>().Build();
        await schema.AnswersAsync("{ told @slow(by: 3) }", """{"told":"slow(by: 3)"}""");
        Assert.Contains("Int cannot represent", (await schema.FailsAsync("{ told @slow(by: \"x\") }")).Message, StringComparison.Ordinal);
        Assert.Contains("@slow", (await schema.FailsAsync("query @slow(by: 1) { told }")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_stand_there_is_refused_when_the_schema_is_built(Action<IObjectTypeDescriptor<Thing>> describe, string message)
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<Query>().AddObjectType(describe).Build());
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action<IObjectTypeDescriptor<Thing>>, string> Wrong => new()
    {
        { thing => thing.Directive(new OwnerAttribute("a")).Directive(new OwnerAttribute("b")), "carries @owner more than once, and it is not repeatable" },
        { thing => thing.Directive(new Slow(1)), "Slow is used as a directive: mark it with [DirectiveType]" },
        { thing => thing.Directive(new Elsewhere()), "carries @elsewhere, which may stand at SCALAR and not at OBJECT" },
        { thing => thing.Directive(new Deprecated()), "is the directive @deprecated, which the engine has" },
    };

    [Fact]
    public async Task A_subgraph_says_which_directives_the_larger_graph_keeps()
    {
        const string Link = """extend schema @link(url: "https://specs.example.org/owner/v1.0", import: ["@owner"]) @composeDirective(name: "@owner")""";
        var sdl = await SubgraphAsync();
        Assert.Contains(Link, sdl, StringComparison.Ordinal);
        Assert.Contains("\"@composeDirective\"", sdl, StringComparison.Ordinal);
    }

    [NodeFact(composes: true)]
    public async Task Apollos_composition_keeps_the_directive()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.graphql");
        try
        {
            await File.WriteAllTextAsync(file, await SubgraphAsync());
            var (exitCode, output) = await NodeScript.RunAsync("federation/compose.mjs", file, "--field", "Query.things@own", "--directive", "Query.things@owner");
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(FederationVersion.Federation20, "@composeDirective, which is there since Federation 2.1")]
    public void A_directive_is_kept_only_by_versions_that_can(FederationVersion version, string message)
    {
        var builder = new SchemaBuilder().AddQueryType<Query>().AddApolloFederation(new ApolloFederationOptions { Version = version });
        Assert.Contains(message, Assert.Throws<SchemaException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private static async Task<string> SubgraphAsync()
    {
        var schema = new SchemaBuilder().AddQueryType<Query>().AddApolloFederation().Build();
        using var result = await new GraphQLServer(schema).ExecuteAsync(OperationRequestBuilder.New().SetDocument("{ _service { sdl } }").Build());
        return JsonDocument.Parse(result.Data).RootElement.GetProperty("_service").GetProperty("sdl").GetString()!;
    }

    internal sealed class Query
    {
        [Owner("reads", Mood = Mood.Sad)]
        public static Thing? Things([Owner("args")] Wish? by) => by is null ? null : new Thing(by.Name);

        public static string Told(IResolverContext context) => string.Concat(context.Nodes.SelectMany(node => node.Directives)
            .Select(directive => $"{directive.Name.Value}({string.Join(", ", directive.Arguments.Select(argument => $"{argument.Name.Value}: {SyntaxPrinter.Print(argument.Value)}"))})"));
    }

    public sealed record Thing(string Name);

    internal sealed record Wish([property: Owner("inputs")] string Name);

    internal enum Mood
    {
        [Told]
        Glad,
        Sad,
    }

    internal sealed class ToldAttribute : EnumValueDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IEnumValueDescriptor descriptor, System.Reflection.FieldInfo field) => descriptor.Directive(new Labelled("l"));
    }

    [DirectiveType(DirectiveLocation.Object | DirectiveLocation.FieldDefinition | DirectiveLocation.ArgumentDefinition | DirectiveLocation.InputFieldDefinition)]
    [GraphQLDescription("Who answers for it.")]
    [ComposeDirective("https://specs.example.org/owner/v1.0")]
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class OwnerAttribute(string team) : Attribute
    {
        public string Team { get; } = team;

        [DefaultValue(Mood.Glad)]
        public Mood Mood { get; init; }
    }

    [DirectiveType(DirectiveLocation.Object | DirectiveLocation.FieldDefinition | DirectiveLocation.EnumValue, IsRepeatable = true)]
    internal sealed record Labelled(string Text)
    {
        [DefaultValue(1)]
        public int Size { get; init; } = 1;
    }

    internal sealed record Slow(int By);

    internal sealed class SlowType : DirectiveType<Slow>
    {
        protected override void Configure(IDirectiveTypeDescriptor<Slow> descriptor) => descriptor.Location(DirectiveLocation.Field);
    }

    [DirectiveType(DirectiveLocation.Scalar)]
    internal sealed record Elsewhere;

    [DirectiveType(DirectiveLocation.Object)]
    internal sealed record Deprecated;
}
