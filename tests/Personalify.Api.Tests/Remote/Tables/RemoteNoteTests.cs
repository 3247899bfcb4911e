using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Remote.Tables;
using Personalify.Api.Tests.Catalog;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Tables;

public sealed class RemoteNoteTests : IAsyncLifetime
{
    private RemoteHome _home = null!;

    public async Task InitializeAsync() => _home = await RemoteHome.StartAsync();

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [StoreFact]
    public async Task A_user_reads_what_node_B_has_for_their_number()
    {
        var me = (await _home.Bob.QueryAsync("{ me { name remoteNote } }")).GetProperty("me");
        Assert.Equal(("bob", "Remote data 2"), (me.GetProperty("name").GetString(), me.GetProperty("remoteNote").GetString()));
    }

    [StoreFact]
    public async Task A_user_without_a_row_has_no_note()
    {
        await _home.ExecuteOnBAsync("DELETE FROM dummy_data WHERE id = 2");
        var me = (await _home.Bob.QueryAsync("{ me { remoteNote } }")).GetProperty("me");
        Assert.Equal(JsonValueKind.Null, me.GetProperty("remoteNote").ValueKind);
    }

    [StoreFact]
    public async Task Notes_of_one_request_are_one_statement()
    {
        var database = new NpgsqlConnectionStringBuilder(_home.Application.ConnectionString).Database!;
        using var statements = new StatementCounter(database, "public.users");
        await _home.Bob.QueryAsync("{ first: me { remoteNote } second: me { remoteNote } }");
        Assert.Equal(1, statements.Count);
    }

    [StoreFact]
    public async Task Notes_of_several_users_come_together()
    {
        var reading = _home.Application.Services.GetRequiredService<RemoteReading>();
        var notes = await RemoteNotes.GetRemoteNoteByUserIdAsync([1, 2, 3], reading, CancellationToken.None);
        Assert.Equal(new Dictionary<int, string> { [1] = "Remote data 1", [2] = "Remote data 2" }, notes);
    }

    [StoreFact]
    public async Task A_note_is_its_owners()
    {
        var answer = await _home.Admin.SendAsync("{ users { nodes { name remoteNote } } }");
        var users = answer.GetProperty("data").GetProperty("users").GetProperty("nodes").EnumerateArray().ToDictionary(user =>
            user.GetProperty("name").GetString()!);
        Assert.Equal("Remote data 1", users["ada"].GetProperty("remoteNote").GetString());
        Assert.Equal(JsonValueKind.Null, users["bob"].GetProperty("remoteNote").ValueKind);
    }

    [StoreFact]
    public async Task A_sample_that_is_gone_is_told_with_a_code_and_costs_nothing_else()
    {
        await _home.ExecuteOnBAsync("DROP TABLE dummy_data");
        var answer = await _home.Bob.SendAsync("{ me { name remoteNote } }");
        Assert.Equal("REMOTE_TABLE_REFUSED",
            Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("bob", answer.GetProperty("data").GetProperty("me").GetProperty("name").GetString());
    }
}
