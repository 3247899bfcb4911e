using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Personalify.Api.Hosting;
using Personalify.GraphQL;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class RequestLogTests
{
    private readonly FakeTimeProvider _time = TestClock.At("2026-03-01T12:00:00Z");
    private readonly LinesLog _log = new();

    [Fact]
    public async Task A_request_is_a_line_with_its_operation_and_document_and_nothing_of_a_person()
    {
        await AskAsync("""query Mine { hello(name: "Ada") }""");

        Assert.Equal($"Information: A query (Mine, {Hash("""query Mine { hello(name: "Ada") }""")}) took 250.0 ms and has 0 errors", Assert.Single(_log.Lines));
    }

    [Theory]
    [InlineData("{ hello(name: \"\") }", "Information: A query (without a name, ", "and has 1 errors")]
    [InlineData("{ nope }", "Information: A request (without a name, ", "and has 1 errors")]
    [InlineData("{", "Information: A request (without a name, ", "and has 1 errors")]
    public async Task Errors_are_counted(string query, string start, string end)
    {
        await AskAsync(query);

        Assert.StartsWith(start, Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.EndsWith(end, _log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_request_is_a_warning_even_where_others_are_not_written()
    {
        _log.Least = LogLevel.Warning;

        await AskAsync("query Fast { hello(name: \"Ada\") }");
        await AskAsync("query Slow { hello(name: \"Ada\") }", slow: "00:00:00.2");

        Assert.StartsWith("Warning: A query (Slow, sha256:", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.EndsWith("was slow: it took 250.0 ms, 200 ms are expected at most, and has 0 errors", _log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_client_chose_is_cut()
    {
        await AskAsync($"query {new string('a', 1000)} {{ hello(name: \"Ada\") }}");

        Assert.Contains($"({new string('a', 64)},", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    private async Task AskAsync(string query, string slow = "00:00:01")
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<ILogger<RequestLog>>(_log)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Hosting:SlowRequest", slow)]).Build());
        services.AddGraphQLServer().AddQueryType<Query>().AddDiagnosticEventListener<RequestLog>();
        await using var provider = services.BuildServiceProvider();
        using var result = await provider.ExecuteRequestAsync(query);
    }

    private static string Hash(string text) => OperationDocumentId.Of(System.Text.Encoding.UTF8.GetBytes(text)).ToString();

    internal sealed class Query
    {
        public static string GetHello(string name, [Service] TimeProvider time)
        {
            ((FakeTimeProvider)time).Advance(TimeSpan.FromMilliseconds(250));
            return name.Length > 0 ? name : throw new InvalidOperationException();
        }
    }

    private sealed class LinesLog : ILogger<RequestLog>
    {
        public List<string> Lines { get; } = [];

        public LogLevel Least { get; set; } = LogLevel.Information;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }
}
