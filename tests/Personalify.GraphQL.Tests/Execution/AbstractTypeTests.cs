using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class AbstractTypeTests
{
    private const string Sdl = """
        type Query { pet: Pet  pets: [Pet]  any: Any  other: Other }
        interface Pet { name: String }
        type Dog implements Pet { name: String  barks: Boolean }
        type Cat implements Pet { name: String  meows: Boolean }
        type Other { x: Int }
        union Any = Dog | Other
        input In { x: Int }
        """;

    private sealed record Animal(string Name, bool Barks = true, bool Meows = true);

    private static Engine Resolving(TypeResolver resolver)
    {
        var engine = new Engine(Sdl).OnPure("Query.pet", _ => new Animal("Rex"));
        engine.Type<InterfaceType>("Pet").ResolveType = resolver;
        return engine;
    }

    [Theory]
    [InlineData("Nope", "Abstract type \"Pet\" was resolved to a type \"Nope\" that does not exist inside the schema.")]
    [InlineData("In", "Abstract type \"Pet\" was resolved to a non-object type \"In\" for field \"Query.pet\".")]
    [InlineData("Other", "Runtime Object type \"Other\" is not a possible type for \"Pet\".")]
    [InlineData(null, "Abstract type \"Pet\" must resolve to an Object type at runtime for field \"Query.pet\". Either the type should say which one, by ResolveType, or a possible type should, by IsTypeOf or its RuntimeType.")]
    public async Task A_type_that_is_no_possible_type_fails_the_position(string? name, string message)
    {
        var (data, errors) = await Resolving((_, _) => new ValueTask<string?>(name)).OutcomeAsync("{ pet { name } __typename }");
        Assert.Equal("""{"pet":null,"__typename":"Query"}""", data);
        Assert.Equal([$"pet: {message}"], errors);
    }

    [Fact]
    public async Task The_type_may_be_told_later()
    {
        var engine = Resolving(async (_, _) =>
        {
            await Task.Yield();
            return "Cat";
        });
        Assert.Equal("""{"pet":{"__typename":"Cat","name":"Rex","meows":true}}""", await engine.DataAsync("{ pet { __typename name ... on Dog { barks } ... on Cat { meows } } }"));
    }

    [Fact]
    public async Task Telling_the_type_may_fail()
    {
        var (data, errors) = await Resolving(async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }).OutcomeAsync("{ pet { name } }");
        Assert.Equal("""{"pet":null}""", data);
        Assert.Equal(["pet: Unexpected Execution Error"], errors);
    }

    [Fact]
    public async Task Possible_types_are_asked_in_order_when_nobody_tells()
    {
        var engine = new Engine(Sdl).OnPure("Query.pets", _ => new[] { new Animal("Rex"), new Animal("Tom") });
        engine.Type<ObjectType>("Dog").IsTypeOf = (value, _) => new ValueTask<bool>(((Animal)value).Name == "Rex");
        engine.Type<ObjectType>("Cat").IsTypeOf = async (_, _) =>
        {
            await Task.Yield();
            return true;
        };
        Assert.Equal("""{"pets":[{"__typename":"Dog"},{"__typename":"Cat"}]}""", await engine.DataAsync("{ pets { __typename } }"));
    }

    [Fact]
    public async Task An_object_type_that_denies_the_value_fails_the_position()
    {
        var engine = new Engine(Sdl).OnPure("Query.other", _ => new Animal("Rex"));
        engine.Type<ObjectType>("Other").IsTypeOf = (_, _) => new ValueTask<bool>(false);
        var (_, errors) = await engine.OutcomeAsync("{ other { x } }");
        Assert.Equal(["other: Expected value of type \"Other\" but got a Animal."], errors);
    }

    [Fact]
    public async Task Clr_types_tell_object_types_apart()
    {
        var engine = new Engine(Sdl).OnPure("Query.any", _ => new Animal("Rex"));
        engine.Type<ObjectType>("Dog").RuntimeType = typeof(Animal);
        Assert.Equal("""{"any":{"__typename":"Dog","barks":true}}""", await engine.DataAsync("{ any { __typename ... on Dog { barks } ... on Other { x } } }"));
    }

    [Fact]
    public async Task A_dictionary_may_name_its_type()
    {
        var engine = new Engine(Sdl).OnPure("Query.any", _ => new Dictionary<string, object?> { ["__typename"] = "Other", ["x"] = 3 });
        Assert.Equal("""{"any":{"x":3}}""", await engine.DataAsync("{ any { ... on Other { x } } }"));
    }

    [Fact]
    public async Task Fragments_on_interfaces_apply_to_their_objects()
    {
        var engine = Resolving((_, _) => new ValueTask<string?>("Dog"));
        Assert.Equal("""{"pet":{"name":"Rex","barks":true}}""", await engine.DataAsync("{ pet { ...F } } fragment F on Pet { ... on Pet { name } ... on Dog { barks } }"));
    }
}
