using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Commands;

namespace Personalify.GraphQL.Tests.Commands;

public sealed class CommandTableTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private CommandRun? _run;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_command_gets_its_operands_and_options()
    {
        Assert.Equal(7, await RunAsync("tape", "copy", "a.zip", "--to", "b", "c.zip", "--fast"));

        Assert.Equal(["a.zip", "c.zip"], _run!.Operands);
        Assert.Equal("b", _run.Value("--to"));
        Assert.True(_run.Has("--fast"));
    }

    [Fact]
    public async Task A_value_may_follow_an_equals_sign()
    {
        await RunAsync("tape", "copy", "--to=b=c");

        Assert.Equal("b=c", _run!.Value("--to"));
    }

    [Theory]
    [InlineData("'tape kopy' is not a command.", "tape", "kopy", "--fast")]
    [InlineData("'--slow' is not an option.", "tape", "copy", "--slow")]
    [InlineData("'--to' needs a value: --to FOLDER.", "tape", "copy", "--to")]
    [InlineData("'--fast' takes no value.", "tape", "copy", "--fast=yes")]
    [InlineData("'--fast' is given twice.", "tape", "copy", "--fast", "--fast")]
    [InlineData("'more' is one argument too many.", "fail", "more")]
    public async Task A_wrong_command_line_is_explained_and_nothing_runs(string sentence, params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(args));

        Assert.StartsWith(sentence, _error.ToString(), StringComparison.Ordinal);
        Assert.Null(_run);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("--help"));

        Assert.Equal(
            "Without a command, the application serves.\n\nCommands (each with --help):\n"
            + "  fail           Fails.\n"
            + "  schema export  Writes the GraphQL schema as SDL, to the terminal or a file.\n"
            + "  schema print   Writes the GraphQL schema as SDL to the terminal.\n"
            + "  tape copy      Copies tapes.",
            _output.ToString().TrimEnd());
    }

    [Fact]
    public async Task Help_behind_a_command_explains_it()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("tape", "copy", "--help"));

        Assert.StartsWith("Usage: tape copy FILE… [--to FOLDER] [--fast]\n\nCopies tapes.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_sentence_and_an_exit_code()
    {
        Assert.Equal(ExitCode.Failed, await RunAsync("fail"));

        Assert.Equal("fail failed: There is no tape.", _error.ToString().Trim());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://127.0.0.1:1")]
    [InlineData(false, "/urls", "http://127.0.0.1:1")]
    [InlineData(false, "urls=http://127.0.0.1:1")]
    [InlineData(true, "migrate")]
    [InlineData(true, "--help")]
    public void Options_of_the_host_are_no_command(bool expected, params string[] args) =>
        Assert.Equal(expected, CommandTable.IsCommandLine(args));

    private async Task<int> RunAsync(params string[] args)
    {
        await using var services = new ServiceCollection()
            .AddCommand(new Command("tape copy", "Copies tapes.", run => Task.FromResult((_run = run) is null ? 0 : 7))
            {
                Operands = "FILE…",
                Options = [new CommandOption("--to", "FOLDER", "Where to."), new CommandOption("--fast", null, "Hurry.")],
            })
            .AddCommand(new Command("fail", "Fails.", _ => throw new InvalidOperationException("There is no tape.")))
            .BuildServiceProvider();
        return await new CommandTable(services).RunAsync(args, _output, _error);
    }
}
