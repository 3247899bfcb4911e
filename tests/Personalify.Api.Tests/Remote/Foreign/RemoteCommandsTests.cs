using Personalify.GraphQL.Commands;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Foreign;

public sealed class RemoteCommandsTests : IAsyncLifetime
{
    private RemoteHome _home = null!;
    private CommandLine _commands = null!;

    public async Task InitializeAsync()
    {
        _home = await RemoteHome.StartAsync();
        _commands = new CommandLine(_home);
    }

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [StoreFact]
    public async Task A_table_is_imported_listed_and_dropped_and_stays_away()
    {
        await _home.ExecuteOnBAsync("CREATE TABLE gigs (id int PRIMARY KEY, city text NOT NULL)");
        Assert.Equal((0, "public.gigs: imported, 2 columns\n2 tables of node B are read on node A.\n"),
            await _commands.RunAsync("remote import", "gigs"));
        Assert.Equal((0, "2 tables of node B are read on node A.\n"), await _commands.RunAsync("remote import", "gigs"));
        Assert.Equal(
            (0, "dummy_data: 2 columns\n    id integer not null\n    name text not null\ngigs: 2 columns\n    id integer not null\n    city text not null\n"),
            await _commands.RunAsync("remote list"));
        Assert.Equal((0, "gigs: no longer read on node A; node B keeps it.\n"), await _commands.RunAsync("remote drop", "gigs"));
        Assert.Equal((0, "1 tables of node B are read on node A.\n"), await _commands.RunAsync("remote import"));
    }

    [StoreFact]
    public async Task What_differs_from_node_B_is_listed()
    {
        await _home.ExecuteOnBAsync("ALTER TABLE dummy_data ADD COLUMN note text");
        Assert.StartsWith("dummy_data: 2 columns. It has changed on node B: run `remote import`.",
            (await _commands.RunAsync("remote list")).Output, StringComparison.Ordinal);
        await _home.ExecuteOnBAsync("DROP TABLE dummy_data");
        Assert.StartsWith("dummy_data: 2 columns. Node B has no such table, or the reader may not read it.",
            (await _commands.RunAsync("remote list")).Output, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("remote import", "nope", "Node B has no table or view of this name in its schema public: nope.", ExitCode.Failed)]
    [InlineData("remote import", "plays", "'plays' is not imported: it is a copy of what node A has itself, or belongs to this program.",
        ExitCode.Usage)]
    [InlineData("remote drop", "nope", "There is no foreign table 'nope'. The command remote list says which there are.", ExitCode.Failed)]
    [InlineData("remote drop", null, "Name one table: remote drop TABLE. The command remote list says which there are.", ExitCode.Usage)]
    [InlineData("remote list", "dummy_data", "'dummy_data' is one argument too many.", ExitCode.Usage)]
    public async Task What_cannot_be_done_is_said_and_told_the_shell(string name, string? operand, string sentence, int exitCode)
    {
        var refusal = await Assert.ThrowsAsync<CommandException>(() => _commands.RunAsync(name, operand is null ? [] : [operand]));
        Assert.Equal((sentence, exitCode), (refusal.Message, refusal.ExitCode));
    }

    [StoreFact]
    public async Task A_name_that_must_be_quoted_is_imported_too()
    {
        await _home.ExecuteOnBAsync("CREATE TABLE \"Odd name\" (id int)");
        Assert.Equal(0, (await _commands.RunAsync("remote import", "Odd name")).ExitCode);
        Assert.Equal(0, await _home.ReadOnAAsync<long>("SELECT count(*) FROM \"Odd name\""));
    }
}
