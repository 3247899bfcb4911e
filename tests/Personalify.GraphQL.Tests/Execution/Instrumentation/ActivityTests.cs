using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Tests.Execution.Incremental;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

/// <summary>Requests as spans, seen by a real listener.</summary>
public sealed class ActivityTests : IDisposable
{
    private readonly ActivitySource _source = new($"test {Guid.NewGuid()}");
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener = new() { Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
    private readonly InstrumentationOptions _options = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new FetchLog()).AddDataLoader<LetterLoader>().BuildServiceProvider();
    private readonly SourceDouble _events = new();

    public ActivityTests()
    {
        _listener.ShouldListenTo = source => source == _source;
        _listener.ActivityStopped = activity =>
        {
            lock (_ended) _ended.Add(activity);
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task A_request_is_a_span_named_after_its_kind_of_operation()
    {
        await Engine().AskAsync("""query Mine { letter(of: 1, secret: "Ada") }""");

        var request = Span("query");
        Assert.Equal(("GraphQL Operation", ActivityKind.Server), (request.OperationName, request.Kind));
        Assert.Equal(("query", "Mine"), (request.GetTagItem("graphql.operation.type"), request.GetTagItem("graphql.operation.name")));
        Assert.StartsWith("sha256:", (string)request.GetTagItem("graphql.document.hash")!, StringComparison.Ordinal);
        Assert.Equal(ActivityStatusCode.Unset, request.Status);
        Assert.Equal(["AddedDocumentToCache", "AddedOperationToCache"], request.Events.Select(each => each.Name));
    }

    [Fact]
    public async Task What_belongs_to_a_request_stands_below_its_span()
    {
        await Engine().AskAsync("{ letter(of: 1) }");

        var request = Span("query");
        string[] below = ["GraphQL Document Parsing", "GraphQL Document Validation", "GraphQL Operation Planning", "GraphQL DataLoader Batch LetterLoader"];
        Assert.All(below, name => Assert.Equal(request.SpanId, Span(name).ParentSpanId));
        Assert.Equal(below.Length + 1, _ended.Count);
        Assert.Equal(1, Span("GraphQL DataLoader Batch LetterLoader").GetTagItem("graphql.dataloader.batch.size"));
    }

    [Fact]
    public async Task Everything_has_a_span_when_all_scopes_are_asked_for_and_resolvers_stand_side_by_side()
    {
        _options.Scopes = ActivityScopes.All;

        await Engine().AskAsync("query ($of: Int!) { a: letter(of: $of) b: letter(of: 2) }", """{"of":1}""");

        var execution = Span("GraphQL Operation Execution");
        var fields = Spans("Query.letter").OrderBy(span => (string?)span.GetTagItem("graphql.selection.name"), StringComparer.Ordinal).ToList();
        Assert.Equal(["a", "b"], fields.Select(field => field.GetTagItem("graphql.selection.path")));
        Assert.All(fields, field => Assert.Equal(execution.SpanId, field.ParentSpanId));
        Assert.All(fields, field => Assert.Equal(("letter", "Query"), (field.GetTagItem("graphql.selection.field.name"), field.GetTagItem("graphql.selection.field.parent_type"))));
        Assert.All(["GraphQL Variable Coercion", "GraphQL Operation Cost Analysis"], name => Assert.Equal(Span("query").SpanId, Span(name).ParentSpanId));
        Assert.Equal(2, Span("GraphQL DataLoader Batch LetterLoader").GetTagItem("graphql.dataloader.batch.size"));
    }

    [Fact]
    public async Task Nothing_has_a_span_when_no_scope_is_asked_for()
    {
        _options.Scopes = ActivityScopes.None;

        await Engine().AskAsync("{ letter(of: 1) }");

        Assert.Empty(_ended);
    }

    [Fact]
    public async Task What_resolvers_do_after_the_request_is_not_below_it()
    {
        using var root = new Activity("mine").Start();
        await Engine().AskAsync("{ letter(of: 1) }");

        Assert.Same(root, Activity.Current);
        Assert.Equal(root.SpanId, Span("query").ParentSpanId);
    }

    [Fact]
    public async Task Errors_are_told_by_code_and_place_and_never_by_their_words()
    {
        await Engine().AskAsync("{ mine: fails }");

        var request = Span("query");
        Assert.Equal((ActivityStatusCode.Error, "MY_CODE", 1), (request.Status, request.GetTagItem("error.type"), request.GetTagItem("graphql.errors.count")));
        var error = request.Events.Last();
        Assert.Equal("exception", error.Name);
        Assert.Equal(["exception.type=Personalify.GraphQL.Errors.GraphQLException", "error.type=MY_CODE", "graphql.error.path=mine"], error.Tags.SkipLast(1).Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(["1:3"], (string[])error.Tags.Last().Value!);
        Assert.DoesNotContain(All(), text => text.Contains("Ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variables_keys_and_documents_stay_out()
    {
        await Engine().AskAsync("""query ($of: Int!) { letter(of: $of, secret: "Ada") }""", """{"of":4711}""");

        Assert.DoesNotContain(All(), text => text.Contains("Ada", StringComparison.Ordinal) || text.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_and_the_keys_are_there_when_somebody_asks_for_them()
    {
        (_options.IncludeDocument, _options.IncludeDataLoaderKeys) = (true, true);

        await Engine().AskAsync("{ letter(of: 3) }");

        Assert.Equal("{ letter(of: 3) }", Span("query").GetTagItem("graphql.document"));
        Assert.Equal(["3"], (string[])Span("GraphQL DataLoader Batch LetterLoader").GetTagItem("graphql.dataloader.batch.keys")!);
    }

    [Theory]
    [InlineData("query Mine { letter(of: 1) }", "POST /graphql: query Mine")]
    [InlineData("{ letter(of: 1) }", "POST /graphql: query")]
    [InlineData("{", "POST /graphql")]
    public async Task The_outermost_span_names_the_operation_when_asked_to(string query, string name)
    {
        _options.RenameRootActivity = true;
        using var root = new Activity("POST /graphql").Start();
        using var inner = new Activity("inner").Start();

        await Engine().AskAsync(query);

        Assert.Equal(name, root.DisplayName);
    }

    [Fact]
    public async Task A_name_that_a_client_chose_is_cut()
    {
        await Engine().AskAsync($"query {new string('a', 5000)} {{ letter(of: 1) }}");

        Assert.Equal(new string('a', 64), Span("query").GetTagItem("graphql.operation.name"));
    }

    [Theory]
    [InlineData("{", "GraphQL Operation")]
    [InlineData("{ nope }", "GraphQL Operation")]
    public async Task A_request_that_names_no_operation_is_called_an_operation(string query, string name)
    {
        await Engine().AskAsync(query);

        Assert.Equal(ActivityStatusCode.Error, Span(name).Status);
        Assert.Null(Span(name).GetTagItem("graphql.operation.type"));
    }

    [Fact]
    public async Task An_event_of_a_subscription_has_a_trace_of_its_own_with_a_link_to_who_subscribed()
    {
        using var root = new Activity("socket").Start();
        await using (var stream = await Engine().SubscribeAsync("subscription { number }"))
        {
            _events.Send(1);
            _events.End();
            await foreach (var result in stream.ReadResultsAsync()) result.Dispose();
        }

        var (subscription, happened) = (Span("subscription"), Span("GraphQL Subscription Event"));
        Assert.Equal(root.TraceId, subscription.TraceId);
        Assert.NotEqual(root.TraceId, happened.TraceId);
        Assert.Equal(subscription.Context, Assert.Single(happened.Links).Context);
        Assert.Same(root, Activity.Current);
    }

    [Fact]
    public async Task The_opening_of_a_source_stands_below_the_request_and_what_it_does_below_it()
    {
        var engine = Engine().OnSubscribe("Subscription.number", _ =>
        {
            using var work = _source.StartActivity("work");
            return _events;
        });

        await (await engine.SubscribeAsync("subscription { number }")).DisposeAsync();

        var opening = Span("GraphQL Source Stream Creation");
        Assert.Equal((Span("subscription").SpanId, "subscribe", ActivityStatusCode.Unset), (opening.ParentSpanId, opening.GetTagItem("graphql.processing.type"), opening.Status));
        Assert.Equal(opening.SpanId, Span("work").ParentSpanId);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_fails_its_opening()
    {
        var engine = Engine().OnSubscribe("Subscription.number", _ => throw new GraphQLException("No.", "MY_CODE"));

        await (await engine.SubscribeAsync("subscription { number }")).DisposeAsync();

        var opening = Span("GraphQL Source Stream Creation");
        Assert.Equal((ActivityStatusCode.Error, "MY_CODE"), (opening.Status, opening.GetTagItem("error.type")));
    }

    [Theory]
    [InlineData("{ letter(of: 1) ... @defer { later: letter(of: 2) } }", ActivityStatusCode.Unset, null)]
    [InlineData("{ letter(of: 1) ... @defer { fails } }", ActivityStatusCode.Error, "MY_CODE")]
    public async Task What_comes_later_is_a_span_below_the_request(string query, ActivityStatusCode status, string? error)
    {
        using var root = new Activity("mine").Start();

        await Engine().PartsAsync(query);

        var later = Span("GraphQL Response Stream");
        Assert.Equal(Span("query").SpanId, later.ParentSpanId);
        Assert.Equal((status, error, 1), (later.Status, later.GetTagItem("error.type"), later.GetTagItem("graphql.stream.results.count")));
        Assert.Same(root, Activity.Current);
    }

    [Fact]
    public async Task A_batch_that_fails_says_so()
    {
        await Engine().AskAsync("{ letter(of: -1) }");

        var batch = Span("GraphQL DataLoader Batch NegativeLoader");
        Assert.Equal((ActivityStatusCode.Error, "System.InvalidOperationException"), (batch.Status, batch.GetTagItem("error.type")));
    }

    private Engine Engine()
    {
        var engine = IncrementalEngine.Of("type Query { letter(of: Int!, secret: String): String fails: Int } type Subscription { number: Int }", services: _services)
            .OnAsync("Query.letter", async context => context.ArgumentValue<int>("of") is var of && of > 0
                ? await context.Services.GetRequiredService<LetterLoader>().LoadAsync(of)
                : await new NegativeLoader(context.Services.GetRequiredService<DataLoaderScopeHolder>().Scope.Scheduler).LoadAsync(of))
            .On("Query.fails", _ => throw new GraphQLException("Ada has no letter.", "MY_CODE"))
            .OnSubscribe("Subscription.number", _ => _events);
        engine.Listeners.AddRange([new ActivityExecutionDiagnosticEventListener(_source, _options), new ActivityDataLoaderDiagnosticEventListener(_source, _options)]);
        return engine;
    }

    private Activity Span(string name) => Assert.Single(Spans(name));

    private IEnumerable<Activity> Spans(string name) => _ended.Where(activity => activity.DisplayName == name);

    /// <summary>Every text of every span.</summary>
    private IEnumerable<string> All() => _ended.SelectMany(activity => activity.TagObjects.Concat(activity.Events.SelectMany(each => each.Tags)))
        .Select(tag => tag.Value is string[] values ? string.Join(',', values) : $"{tag.Value}").Concat(_ended.Select(activity => activity.DisplayName));

    private sealed class NegativeLoader(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Not below zero.");
    }
}
