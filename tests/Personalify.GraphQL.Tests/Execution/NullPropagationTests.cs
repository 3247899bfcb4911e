namespace Personalify.GraphQL.Tests.Execution;

public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query {
          n: Int!  a: Int  o: O  oo: O!  items: [O]  strict: [O!]  stricter: [O!]!  nested: [[Int!]]  numbers: [Int!]
        }
        type O { n: Int!  a: Int  o: O  oo: O! late: Int!  items: [O!]! }
        """;

    private readonly Engine _engine = new Engine(Sdl)
        .OnPure("Query.o", _ => new object()).OnPure("Query.oo", _ => new object()).OnPure("O.o", _ => new object()).OnPure("O.oo", _ => new object())
        .OnPure("Query.n", _ => null).OnPure("O.n", _ => null).OnPure("Query.a", _ => 1).OnPure("O.a", _ => 2)
        .OnAsync("O.late", async _ =>
        {
            await Task.Yield();
            return null;
        })
        .OnPure("Query.items", _ => new object[] { new(), new() }).OnPure("Query.strict", _ => new object[] { new(), new() })
        .OnPure("Query.stricter", _ => new object[] { new() }).OnPure("O.items", _ => new object[] { new() })
        .OnPure("Query.nested", _ => new object[] { new object?[] { 1, null }, new object[] { 2 } })
        .OnPure("Query.numbers", _ => new object?[] { 1, null, 3, null });

    [Theory]
    [InlineData("{ a n }", "null", "n")]
    [InlineData("{ a o { a n } }", """{"a":1,"o":null}""", "o.n")]
    [InlineData("{ a o { a late } }", """{"a":1,"o":null}""", "o.late")]
    [InlineData("{ a x: o { oo { y: oo { n } } } }", """{"a":1,"x":null}""", "x.oo.y.n")]
    [InlineData("{ a oo { oo { late } } }", "null", "oo.oo.late")]
    [InlineData("{ a o { o { n } a } }", """{"a":1,"o":{"o":null,"a":2}}""", "o.o.n")]
    [InlineData("{ o { items { n } } }", """{"o":null}""", "o.items.0.n")]
    [InlineData("{ stricter { oo { late } } }", "null", "stricter.0.oo.late")]
    [InlineData("{ nested }", """{"nested":[null,[2]]}""", "nested.0.1")]
    [InlineData("{ numbers }", """{"numbers":null}""", "numbers.1")]
    public async Task A_null_goes_up_to_the_nearest_nullable_position_and_keeps_its_path(string query, string data, string path)
    {
        var (actual, errors) = await _engine.OutcomeAsync(query);
        Assert.Equal(data, actual);
        Assert.StartsWith($"{path}: Cannot return null for non-nullable field ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ items { n } }", """{"items":[null,null]}""", "items.0.n", "items.1.n")]
    [InlineData("{ items { late } }", """{"items":[null,null]}""", "items.0.late", "items.1.late")]
    [InlineData("{ x: o { n } y: o { n } }", """{"x":null,"y":null}""", "x.n", "y.n")]
    public async Task Every_position_that_becomes_null_has_one_error(string query, string data, params string[] paths)
    {
        var (actual, errors) = await _engine.OutcomeAsync(query);
        Assert.Equal(data, actual);
        Assert.Equal(paths, errors.Select(error => error.Split(':')[0]));
    }

    [Fact]
    public async Task What_fails_beside_a_null_that_goes_up_adds_no_second_error_for_the_position()
    {
        var (data, errors) = await _engine.OutcomeAsync("{ strict { late n } a }");
        Assert.Equal("""{"strict":null,"a":1}""", data);
        Assert.Equal(["strict.0.late: Cannot return null for non-nullable field O.late."], errors);
    }

    [Fact]
    public async Task A_null_violation_has_its_code_and_all_places_of_the_field()
    {
        using var result = await _engine.ExecuteAsync("{ o { n }\n  o { n } }");
        Assert.Equal("HC0018", result.Errors[0].Code);
        Assert.Equal([(1, 7), (2, 7)], result.Errors[0].Locations.Select(place => (place.Line, place.Column)));
    }

    [Fact]
    public async Task Data_is_present_and_null_when_the_root_is_null() =>
        Assert.EndsWith(",\"data\":null}", await _engine.AskAsync("{ n }"), StringComparison.Ordinal);
}
