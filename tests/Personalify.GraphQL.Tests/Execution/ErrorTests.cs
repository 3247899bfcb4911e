using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class ErrorTests
{
    private const string Sdl = "type Query { a: Int b: Int o: O }  type O { items: [O] a: Int }";

    [Fact]
    public async Task An_unexpected_exception_keeps_its_message_to_itself()
    {
        var engine = new Engine(Sdl).On("Query.a", _ => throw new InvalidOperationException("secret")).OnPure("Query.b", _ => 2);
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["x"]}],"data":{"x":null,"b":2}}""",
            await engine.AskAsync("{ x: a b }"));
    }

    [Fact]
    public async Task Details_are_sent_when_they_are_switched_on()
    {
        var engine = new Engine(Sdl).On("Query.a", _ => throw new InvalidOperationException("secret"));
        engine.Options.IncludeExceptionDetails = true;
        using var result = await engine.ExecuteAsync("{ a }");
        Assert.Equal("secret", result.Errors[0].Extensions!["message"]);
        Assert.Contains(nameof(Details_are_sent_when_they_are_switched_on), (string)result.Errors[0].Extensions!["stackTrace"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GraphQLException_is_told_as_it_is()
    {
        var engine = new Engine(Sdl).OnPure("Query.a", _ => throw new GraphQLException("Not yours.", ErrorCodes.NotAuthorized));
        Assert.Equal(
            """{"errors":[{"message":"Not yours.","locations":[{"line":1,"column":3}],"path":["a"],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}],"data":{"a":null}}""",
            await engine.AskAsync("{ a }"));
    }

    [Fact]
    public async Task A_path_has_aliases_and_indexes()
    {
        var engine = new Engine(Sdl)
            .OnPure("Query.o", _ => new object()).OnPure("O.items", _ => new object[] { new(), new() })
            .OnAsync("O.a", async context =>
            {
                await Task.Yield();
                throw new GraphQLException(string.Join('/', context.Path));
            });
        var (_, errors) = await engine.OutcomeAsync("{ x: o { y: items { z: a } } }");
        Assert.Equal(["x.y.0.z: x/y/0/z", "x.y.1.z: x/y/1/z"], errors);
    }

    [Theory]
    [InlineData("query ($v: Int = 1) { a(of: $v) }", 29)]
    [InlineData("query ($v: Int = 1) { a(in: { list: [1, $v] }) }", 41)]
    [InlineData("query ($v: Int = 1) { a(in: { in: { x: $v } }) }", 40)]
    public async Task An_argument_that_does_not_fit_fails_the_field_at_its_literal(string query, int column)
    {
        var engine = new Engine("type Query { a(of: Int! = 1, in: In): Int } input In { x: Int! = 1, list: [Int!], in: In }");
        using var result = await engine.ExecuteAsync(query, """{ "v": null }""");
        var error = Assert.Single(result.Errors);
        Assert.Equal((1, column), (error.Locations.Single().Line, error.Locations.Single().Column));
        Assert.Equal(["a"], error.Path!);
    }

    [Fact]
    public async Task An_error_may_be_reported_beside_a_value()
    {
        var engine = new Engine(Sdl).On("Query.a", context =>
        {
            context.ReportError(new GraphQLError("Half of it."));
            return 1;
        });
        Assert.Equal(
            """{"errors":[{"message":"Half of it.","locations":[{"line":1,"column":3}],"path":["a"]}],"data":{"a":1}}""", await engine.AskAsync("{ a }"));
    }

    [Fact]
    public async Task Filters_see_every_error_with_its_cause_in_their_order()
    {
        var engine = new Engine(Sdl).On("Query.a", _ => throw new TimeoutException());
        engine.ErrorFilters.Add(new Filter(error => error.Exception is TimeoutException ? error with { Message = "Too slow" } : error));
        engine.ErrorFilters.Add(new Filter(error => error with { Message = error.Message + "!" }));
        Assert.Equal(["a: Too slow!"], (await engine.OutcomeAsync("{ a }")).Errors);
    }

    [Fact]
    public async Task A_property_that_throws_fails_its_position()
    {
        var engine = new Engine(Sdl).OnPure("Query.o", _ => new Thrower());
        Assert.Equal(["o.a: Unexpected Execution Error"], (await engine.OutcomeAsync("{ o { a } }")).Errors);
    }

    [Fact]
    public async Task A_parent_of_another_type_is_named()
    {
        var engine = new Engine(Sdl).OnPure("Query.o", _ => new Thrower()).On("O.a", context => context.Parent<string>().Length);
        engine.Options.IncludeExceptionDetails = true;
        using var result = await engine.ExecuteAsync("{ o { a } }");
        Assert.Equal("The parent of O.a is a Thrower, not a String.", result.Errors[0].Extensions!["message"]);
    }

    private sealed class Thrower
    {
        public int A => throw new InvalidOperationException(GetType().Name);
    }

    private sealed class Filter(Func<GraphQLError, GraphQLError> change) : IErrorFilter
    {
        public GraphQLError OnError(GraphQLError error) => change(error);
    }
}
