using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using static Personalify.GraphQL.Tests.Types.Building.Batching.BatchModel;

namespace Personalify.GraphQL.Tests.Types.Building.Batching;

/// <summary>Fields that are resolved for all parents of a level at once.</summary>
public abstract class BatchResolverTests(Bindings bindings)
{
    private readonly CallLog _log = new();
    private readonly Schema _schema = new SchemaBuilder()
        .AddQueryType<Query>().AddMutationType<Mutation>().AddType(typeof(BookFields)).AddType(typeof(FilmFields))
        .ModifyOptions(options => options.EnableDefer = options.EnableStream = true).BuildWith(bindings);

    public sealed class ByGeneratedCode() : BatchResolverTests(Bindings.Generated);

    public sealed class ByCompiledCode() : BatchResolverTests(Bindings.Compiled);

    [Theory]
    [InlineData("label", "String!")]
    [InlineData("slow", "String")]
    [InlineData("number", "Int!")]
    [InlineData("next", "Book!")]
    [InlineData("checked", "String")]
    [InlineData("strict", "Int!")]
    [InlineData("pages", "PagesConnection!")]
    [InlineData("leaves", "LeavesConnection!")]
    public void The_field_is_of_the_type_of_one_result(string field, string type) => Assert.Equal(type, Book.Fields[field].Type.ToString());

    [Fact]
    public void An_argument_is_of_the_type_of_one_value() => Assert.Equal(
        ["greeting: String!", "times: Int", "end: String!"], Book.Fields["greeting"].Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));

    [Theory]
    [InlineData("{ books { label slow number } }", """{"books":[{"label":"l1","slow":"s1","number":1},{"label":"l2","slow":null,"number":2},{"label":"l3","slow":"s3","number":3}]}""", "label 1,2,3; slow 1,2,3")]
    [InlineData("{ shelves { label } }", """{"shelves":[[{"label":"l1"},{"label":"l2"}],[],[{"label":"l3"}]]}""", "label 1,2,3")]
    [InlineData("{ gaps { label } }", """{"gaps":[{"label":"l1"},null,{"label":"l2"}]}""", "label 1,2")]
    [InlineData("{ books { next { next { label } } } }", """{"books":[{"next":{"next":{"label":"l21"}}},{"next":{"next":{"label":"l22"}}},{"next":{"next":{"label":"l23"}}}]}""", "next 1,2,3; next 11,12,13; label 21,22,23")]
    [InlineData("{ books { label next { label } } }", """{"books":[{"label":"l1","next":{"label":"l11"}},{"label":"l2","next":{"label":"l12"}},{"label":"l3","next":{"label":"l13"}}]}""", "label 1,2,3; next 1,2,3; label 11,12,13")]
    [InlineData("{ gaps { capitals } books { capitals } }", """{"gaps":[{"capitals":"T1"},null,{"capitals":"T2"}],"books":[{"capitals":"T1"},{"capitals":"T2"},{"capitals":"T3"}]}""", "capitals t1,t2,t3")]
    public Task One_call_serves_all_parents_of_a_level(string query, string data, string calls) => AnswersAsync(query, data, calls);

    [Theory]
    [InlineData("{ books { a: label b: label } }", """{"books":[{"a":"l1","b":"l1"},{"a":"l2","b":"l2"},{"a":"l3","b":"l3"}]}""", "label 1,1,2,2,3,3")]
    [InlineData("{ gaps { label } books { label } }", """{"gaps":[{"label":"l1"},null,{"label":"l2"}],"books":[{"label":"l1"},{"label":"l2"},{"label":"l3"}]}""", "label 1,2,1,2,3")]
    [InlineData("{ a: book(id: 1) { title } b: book(id: 2) { title } c: book(id: 0) { title } }", """{"a":{"title":"t1"},"b":{"title":"t2"},"c":null}""", "book 1,2,0")]
    [InlineData("{ gaps { greeting(greeting: \"Hi\") other: greeting(greeting: \"Yo\", times: 2, end: \"?\") } }", """{"gaps":[{"greeting":"Hi 1 !","other":"Yo 1 2?"},null,{"greeting":"Hi 2 !","other":"Yo 2 2?"}]}""", "greeting 1,1,2,2")]
    public Task Selections_of_one_field_are_resolved_together_each_with_its_arguments(string query, string data, string calls) => AnswersAsync(query, data, calls);

    [Theory]
    [InlineData("{ items { ... on Book { label } ... on Film { length } } }", """{"items":[{"label":"l1"},{"length":20},{"label":"l3"},{"length":40}]}""", "label 1,3; length 2,4")]
    [InlineData("{ books { label @skip(if: true) title } }", """{"books":[{"title":"t1"},{"title":"t2"},{"title":"t3"}]}""", "")]
    [InlineData("{ gaps { label @include(if: true) ...On } } fragment On on Book { label other: label }", """{"gaps":[{"label":"l1","other":"l1"},null,{"label":"l2","other":"l2"}]}""", "label 1,1,2,2")]
    [InlineData("mutation { a: add(id: 1) { label } b: add(id: 5) { label } }", """{"a":[{"label":"l1"},{"label":"l2"}],"b":[{"label":"l5"},{"label":"l6"}]}""", "label 1,2; label 5,6")]
    public Task Only_what_is_selected_at_the_same_time_is_resolved_together(string query, string data, string calls) => AnswersAsync(query, data, calls);

    [Theory]
    [InlineData("{ books { pages(first: 1) { nodes } } }", """{"books":[{"pages":{"nodes":[10]}},{"pages":{"nodes":[20]}},{"pages":{"nodes":[30]}}]}""", "pages 1,2,3")]
    [InlineData("{ gaps { a: pages(first: 1) { nodes } b: pages(last: 1) { nodes } } }", """{"gaps":[{"a":{"nodes":[10]},"b":{"nodes":[13]}},null,{"a":{"nodes":[20]},"b":{"nodes":[23]}}]}""", "pages 1,1,2,2")]
    [InlineData("{ gaps { a: leaves(first: 1) { nodes } b: leaves(first: 2) { nodes } } }", """{"gaps":[{"a":{"nodes":["leaf 1"]},"b":{"nodes":["leaf 1"]}},null,{"a":{"nodes":["leaf 2"]},"b":{"nodes":["leaf 2"]}}]}""", "leaves of 1 1,2; leaves of 2 1,2")]
    [InlineData("{ gaps { a: selected { title } b: selected { id } } }", """{"gaps":[{"a":{"title":"t1"},"b":{"id":1}},null,{"a":{"title":"t2"},"b":{"id":2}}]}""", "selected a True 1,2; selected b False 1,2")]
    [InlineData("{ a: shelf(name: \"x\") { place } b: shelf(name: \"y\") { place } c: shelf(name: \"x\") { place } gaps { place } }", """{"a":[{"place":"xme1"},{"place":"xme2"},{"place":"xme3"}],"b":[{"place":"yme1"},{"place":"yme2"},{"place":"yme3"}],"c":[{"place":"xme1"},{"place":"xme2"},{"place":"xme3"}],"gaps":[{"place":"me1"},null,{"place":"me2"}]}""", "place x 1,2,3,1,2,3; place y 1,2,3; place  1,2")]
    public Task Calls_that_take_different_things_once_are_made_apart(string query, string data, string calls) => AnswersAsync(query, data, calls);

    [Theory]
    [InlineData("{ books { checked title } }", """{"books":[{"checked":"t1","title":"t1"},{"checked":null,"title":"t2"},{"checked":"t3","title":"t3"}]}""", "books.1.checked: No two. TWO")]
    [InlineData("{ gaps { strict } }", """{"gaps":[{"strict":1},null,null]}""", "gaps.2.strict: Not two. TWO")]
    [InlineData("{ gaps { failing } }", """{"gaps":[{"failing":null},null,{"failing":null}]}""", "gaps.0.failing: 2 failed. ALL; gaps.2.failing: 2 failed. ALL")]
    [InlineData("{ gaps { short } }", """{"gaps":[{"short":null},null,{"short":null}]}""", "gaps.0.short: BookFields.GetShort returned 1 results for 2 parents: return one for each, in their order. ; gaps.2.short: BookFields.GetShort returned 1 results for 2 parents: return one for each, in their order. ")]
    [InlineData("{ a: book(id: 1) { nothing } }", """{"a":{"nothing":null}}""", "a.nothing: BookFields.GetNothing returned null for 1 parents: return a list with one result for each, in their order. ")]
    public async Task A_failure_is_the_parents_whose_it_is(string query, string data, string errors)
    {
        using var result = await ExecuteAsync(query);
        Assert.Equal(data, Encoding.UTF8.GetString(result.Data.Span));
        Assert.Equal(errors, string.Join("; ", result.Errors.Select(error =>
            $"{string.Join('.', error.Path!)}: {(error.Exception is InvalidOperationException unexpected ? unexpected.Message.Split('+')[1] : error.Message)} {error.Code}")));
    }

    [Fact]
    public async Task Who_may_not_see_a_parents_field_is_not_in_the_batch()
    {
        using var result = await ExecuteAsync("{ books { guarded } }");
        Assert.Equal("""{"books":[{"guarded":"t1"},{"guarded":null},{"guarded":"t3"}]}""", Encoding.UTF8.GetString(result.Data.Span));
        Assert.Equal(["books.1.guarded"], result.Errors.Select(error => string.Join('.', error.Path!)));
        Assert.Contains(Assert.Single(_log.Calls), new[] { "guarded 1,3", "guarded 3,1" }); // Who may is known in any order.
    }

    [Fact]
    public async Task A_deferred_fragment_in_many_parents_is_one_call()
    {
        var parts = await PartsAsync("{ books { title ... @defer { label } } }");
        Assert.Equal(2, parts.Count);
        Assert.Contains("\"label\":\"l3\"", parts[1], StringComparison.Ordinal);
        Assert.Equal(["label 1,2,3"], _log.Calls);
    }

    [Fact]
    public async Task Items_that_come_later_are_resolved_when_they_come()
    {
        var parts = await PartsAsync("{ books @stream(initialCount: 1) { label } }");
        Assert.Contains("""{"books":[{"label":"l1"}]}""", parts[0], StringComparison.Ordinal);
        Assert.Equal("label 1", _log.Calls[0]);
        Assert.Equal([1, 2, 3], _log.Calls.SelectMany(call => call["label ".Length..].Split(',')).Select(int.Parse));
    }

    [Fact]
    public async Task A_call_outside_of_any_request_is_a_batch_of_one()
    {
        var method = new BatchResolver("Test", context => new ValueTask<object?>(new[] { ((BatchContext)context).Calls.Count }), []);
        Assert.Equal(1, await method.ResolveAsync(new FakeResolverContext()));
        var failing = new BatchResolver("Test", _ => new ValueTask<object?>(new ResolverResult<int>[] { ResolverResult.Fail("no") }), []);
        Assert.Equal("no", (await Assert.ThrowsAsync<GraphQL.Errors.GraphQLException>(() => failing.ResolveAsync(new FakeResolverContext()).AsTask())).Message);
    }

    private ObjectType Book => (ObjectType)_schema.Types["Book"];

    private async Task AnswersAsync(string query, string data, string calls)
    {
        using var result = await ExecuteAsync(query);
        Assert.Equal([], result.Errors.Select(error => error.Exception?.ToString() ?? error.Message));
        Assert.Equal(data, Encoding.UTF8.GetString(result.Data.Span));
        Assert.Equal(calls, string.Join("; ", _log.Calls));
    }

    private Task<ExecutionResult> ExecuteAsync(string query) => new GraphQLServer(_schema).ExecuteAsync(Request(query));

    private async Task<List<string>> PartsAsync(string query)
    {
        await using var response = await new GraphQLServer(_schema).ExecuteStreamAsync(Request(query));
        var parts = new List<string>();
        await foreach (var result in response.ReadResultsAsync())
        {
            using (result) parts.Add(result.ToJson());
        }

        return parts;
    }

    private GraphQLRequest Request(string query)
    {
        var services = new ServiceCollection().AddSingleton(_log).AddSingleton<IGraphQLAuthorizer, OddAuthorizer>().AddDataLoader<CapitalLoader>().BuildServiceProvider();
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes(query), Services = services };
        request.ContextData["user"] = "me";
        return request;
    }

    /// <summary>Who asks may see odd books, and learns so after a while.</summary>
    private sealed class OddAuthorizer : IGraphQLAuthorizer
    {
        public async ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand)
        {
            await Task.Yield();
            return context.Parent<Book>().Id % 2 == 1 ? AuthorizationOutcome.Allowed : AuthorizationOutcome.NotAuthorized;
        }

        public ValueTask<AuthorizationOutcome> AuthorizeAsync(AuthorizationContext context, AuthorizationDemand demand) =>
            throw new InvalidOperationException("Nothing here demands anything of requests.");
    }
}
