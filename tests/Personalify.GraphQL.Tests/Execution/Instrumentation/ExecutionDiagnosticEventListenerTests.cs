using System.Security.Cryptography;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

public sealed class ExecutionDiagnosticEventListenerTests
{
    private const string Sdl = "type Query { a(by: Int): Int read: Int fails: Int item: Query } type Subscription { number: Int }";

    private readonly HeardEvents _log = new();
    private readonly RecordingListener _listener;
    private readonly InMemoryOperationDocumentStorage _storage = new();
    private readonly SourceDouble _source = new();
    private readonly Engine _engine;

    public ExecutionDiagnosticEventListenerTests()
    {
        _listener = new RecordingListener(_log);
        _engine = new Engine(Sdl) { Documents = _storage }.On("Query.a", _ => 1).OnPure("Query.read", _ => 2).On("Query.fails", _ => throw new GraphQLException("No."))
            .On("Query.item", _ => new object()).OnSubscribe("Subscription.number", _ => _source).On("Subscription.number", context => context.Parent<int>());
        _engine.Listeners.Add(_listener);
    }

    [Fact]
    public async Task A_new_document_passes_every_phase_and_a_known_one_only_those_that_depend_on_the_request()
    {
        await _engine.AskAsync("{ a }");
        await _engine.AskAsync("{ a }");

        Assert.Equal(
            [
                "+request", "+parse", "-parse", "+validate", "-validate", "document kept", "+coerce", "-coerce", "+compile", "-compile", "plan kept",
                "+analyze", "cost 0 0", "-analyze", "+execute", "-execute", "-request",
                "+request", "document known", "+coerce", "-coerce", "plan known", "+analyze", "cost 0 0", "-analyze", "+execute", "-execute", "-request",
            ],
            _log.Events);
    }

    [Fact]
    public async Task A_plan_is_compiled_for_each_combination_of_conditions()
    {
        const string query = "query ($is: Boolean!) { a @include(if: $is) read }";
        foreach (var value in (string[])["true", "false", "true"]) await _engine.AskAsync(query, $$"""{"is":{{value}}}""");

        Assert.Equal(["plan kept", "plan kept", "plan known"], _log.Events.Where(what => what.StartsWith("plan", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{", "+request +parse -parse error HC0014 -request")]
    [InlineData("", "+request error HC0013 -request")]
    [InlineData("{ nope nothing }", "+request +parse -parse +validate invalid 2 -validate -request")]
    public async Task A_document_that_is_wrong_is_told_once(string document, string heard)
    {
        await _engine.AskAsync(document);

        Assert.Equal(heard, string.Join(' ', _log.Events));
    }

    [Fact]
    public async Task A_request_that_is_refused_after_validation_is_an_error_of_the_request()
    {
        await _engine.AskAsync("query ($by: Int!) { a(by: $by) }");

        Assert.Equal(["+coerce", "-coerce", "error HC0017", "-request"], _log.Events.TakeLast(4));
    }

    [Fact]
    public async Task A_fields_error_is_told_with_its_selection_as_the_filters_left_it()
    {
        _engine.ErrorFilters.Add(new Loud());

        await _engine.AskAsync("{ mine: fails }");

        Assert.Equal(["+execute", "mine failed: NO.", "-execute", "-request"], _log.Events.TakeLast(4));
    }

    [Fact]
    public async Task A_failure_of_the_engine_itself_is_told()
    {
        _engine.ErrorFilters.Add(new Broken());

        await _engine.AskAsync("{ fails }");

        Assert.Contains("failure NotSupportedException", _log.Events);
    }

    [Fact]
    public async Task Resolvers_are_told_of_only_when_asked_for_and_fields_that_are_read_never()
    {
        await _engine.AskAsync("{ a read item { a } }");
        Assert.DoesNotContain("+Query.a", _log.Events);

        var log = new HeardEvents();
        var engine = Fields(new RecordingListener(log) { HearsFields = true });
        await engine.AskAsync("{ a read item { a } }");

        Assert.Equal(["+Query.a", "-Query.a", "+Query.item", "-Query.item", "+Query.a", "-Query.a"], log.Events.Where(what => what.Contains('.', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_listener_that_is_not_enabled_hears_nothing_of_the_request_and_of_the_next_again()
    {
        var log = new HeardEvents();
        var listener = new RecordingListener(log) { HearsFields = true, IsOn = false };
        var engine = Fields(listener);

        await engine.AskAsync("{ a }");
        Assert.Empty(log.Events);
        listener.IsOn = true;
        await engine.AskAsync("{ a }");

        Assert.Contains("+Query.a", log.Events);
    }

    [Fact]
    public async Task Of_several_listeners_the_first_begins_first_and_ends_last()
    {
        _engine.Listeners.Add(new RecordingListener(_log, "second ") { IsOn = true });

        await _engine.AskAsync("{");

        Assert.Equal(
            ["+request", "+second request", "+parse", "+second parse", "-second parse", "-parse", "error HC0014", "error HC0014", "-second request", "-request"], _log.Events);
    }

    [Fact]
    public async Task The_context_says_what_is_known_of_the_request()
    {
        await _engine.AskAsync("query Mine { a }");

        var context = _listener.Context!;
        Assert.Equal((OperationType.Query, "Mine"), (context.OperationType, context.OperationName));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData("query Mine { a }"u8)), context.DocumentHash);
        Assert.Equal("query Mine { a }", Encoding.UTF8.GetString(context.DocumentText.Span));
        Assert.NotNull(context.Document);
        Assert.Null(context.DocumentId);
        Assert.Empty(context.Result!.Errors);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ nope }")]
    public async Task A_document_that_is_not_valid_has_a_hash_and_no_operation(string document)
    {
        await _engine.AskAsync(document);

        var context = _listener.Context!;
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))), context.DocumentHash);
        Assert.Null(context.OperationType);
        Assert.Null(context.Document);
    }

    [Fact]
    public async Task A_document_that_is_stored_is_told_with_its_id()
    {
        Assert.True(OperationDocumentId.TryParse("mine", out var id));
        await _storage.SaveAsync(id, "{ a }"u8.ToArray(), default);

        using (await _engine.Server.ExecuteAsync(new GraphQLRequest { Document = default, DocumentId = "mine" })) Assert.Equal("stored mine", _log.Events[1]);
        using (await _engine.Server.ExecuteAsync(new GraphQLRequest { Document = default, DocumentId = "other" }))
            Assert.Equal(["+request", "not stored other", "error HC0020", "-request"], _log.Events.TakeLast(4));
    }

    [Fact]
    public async Task A_document_that_nobody_published_is_told_where_only_known_ones_may_run()
    {
        _engine.Options.PersistedOperations.OnlyAllowPersistedDocuments = true;

        await _engine.AskAsync("{ a }");

        Assert.Equal(["+request", "untrusted", "error HC0067", "-request"], _log.Events);
    }

    [Fact]
    public async Task A_subscription_is_open_until_it_is_released_and_each_event_is_an_execution()
    {
        await using (var stream = await _engine.SubscribeAsync("subscription { number }"))
        {
            Assert.Equal(["+source", "-source", "+subscription", "-request"], _log.Events.TakeLast(4));
            _source.Send(1, 2);
            _source.End();
            await foreach (var result in stream.ReadResultsAsync()) result.Dispose();
        }

        Assert.Equal(["+event", "+execute", "-execute", "-event", "+event", "+execute", "-execute", "-event", "-subscription"], _log.Events.TakeLast(9));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_and_ends_the_subscription()
    {
        await using (var stream = await _engine.SubscribeAsync("subscription { number }"))
        {
            _source.End(new GraphQLException("Cut."));
            await foreach (var result in stream.ReadResultsAsync()) result.Dispose();
        }

        Assert.Equal(["source failed: Cut.", "number failed: Cut.", "-subscription"], _log.Events.TakeLast(3));
    }

    [Fact]
    public async Task A_subscription_that_never_began_is_no_subscription()
    {
        _engine.OnSubscribe("Subscription.number", _ => throw new GraphQLException("No.", "CLOSED"));
        await using var stream = await _engine.SubscribeAsync("subscription { number }");

        Assert.Equal(["+source", "number failed: No.", "-source", "error CLOSED", "-request"], _log.Events.TakeLast(5));
        Assert.DoesNotContain("+subscription", _log.Events);
    }

    private static Engine Fields(RecordingListener listener)
    {
        var engine = new Engine(Sdl).On("Query.a", _ => 1).OnPure("Query.read", _ => 2).On("Query.item", _ => new object());
        engine.Listeners.Add(listener);
        return engine;
    }

    private sealed class Loud : IErrorFilter
    {
        public GraphQLError OnError(GraphQLError error) => error with { Message = error.Message.ToUpperInvariant() };
    }

    private sealed class Broken : IErrorFilter
    {
        public GraphQLError OnError(GraphQLError error) => throw new NotSupportedException();
    }
}
