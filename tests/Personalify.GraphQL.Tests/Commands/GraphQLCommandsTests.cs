using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.Commands;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Commands;

/// <summary>What a program does with its arguments. Each runs the program's last line.</summary>
public sealed class GraphQLCommandsTests
{
    private const string Sdl = "type Query {\n  hello: String!\n}\n";

    [Theory]
    [InlineData("schema", "export")]
    [InlineData("schema", "export", "--schema-name", "_Default")]
    [InlineData("schema", "print")]
    public async Task The_schema_is_written_to_the_terminal(params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);
        Assert.Equal((ExitCode.Done, ""), (exitCode, error));
        Assert.EndsWith(Sdl, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_written_to_a_file_in_place_of_what_was_there()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, new string('x', 10_000));
            Assert.Equal((ExitCode.Done, "", ""), await RunAsync("schema", "export", "--output", file));
            Assert.EndsWith(Sdl, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(ExitCode.Usage, "There is no schema 'other': this application has one, _Default. Leave --schema-name out.", "schema", "export", "--schema-name", "other")]
    [InlineData(ExitCode.Usage, "'schema import' is not a command.", "schema", "import")]
    [InlineData(ExitCode.Usage, "'--outptu' is not an option.", "schema", "export", "--outptu", "a")]
    [InlineData(ExitCode.Failed, "schema export failed: Could not find a part of the path", "schema", "export", "--output", "/nowhere/at/all")]
    public async Task A_mistake_is_a_sentence_and_an_exit_code(int exitCode, string sentence, params string[] args)
    {
        var run = await RunAsync(args);
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_cannot_be_built_fails_and_leaves_the_file_alone()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var services = Services(server => server.AddQueryType<Broken>()).BuildServiceProvider();
            await using var error = new StringWriter();
            Assert.Equal(ExitCode.Failed, await new CommandTable(services).RunAsync(["schema", "export", "--output", file], TextWriter.Null, error));
            Assert.Contains("Broken.Act returns nothing", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(0, new FileInfo(file).Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_command_runs_in_the_host_and_lets_go_of_it()
    {
        var service = new Service();
        var host = Host(services => services.AddCommand(new Command("close", "Closes.", _ => Task.FromResult(3))).AddSingleton(_ => service), out var started);
        _ = host.Services.GetRequiredService<Service>();

        Assert.Equal(3, await host.RunWithGraphQLCommandsAsync(["close"]));

        Assert.True(service.IsDisposed);
        Assert.False(started.Task.IsCompleted);
    }

    [Fact]
    public async Task Without_a_command_the_application_serves()
    {
        using var host = Host(_ => { }, out var started);
        var run = host.RunWithGraphQLCommandsAsync(["--environment", "Test"]);
        await started.Task;
        await host.StopAsync();
        Assert.Equal(ExitCode.Done, await run);
    }

    private static IHost Host(Action<IServiceCollection> configure, out TaskCompletionSource started)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        configure(builder.Services);
        var host = builder.Build();
        var source = started = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(source.SetResult);
        return host;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var services = Services(_ => { }).BuildServiceProvider();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await new CommandTable(services).RunAsync(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static ServiceCollection Services(Action<IGraphQLBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddGraphQLServer().AddQueryType<Query>());
        return services;
    }

    internal sealed class Query
    {
        public static string Hello => "world";
    }

    [QueryType]
    internal sealed class Broken
    {
        public static void Act()
        {
        }
    }

    private sealed class Service : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
