using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Commands;
using Personalify.Api.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

public sealed class VerifyCommandTests(ListeningDatabase.Fixture fixture) : IClassFixture<ListeningDatabase.Fixture>, IAsyncLifetime
{
    private readonly ListeningDatabase _database = fixture.Database;
    private readonly StringBuilder _output = new(), _error = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        await _database.ClearAsync();
        await _database.AddAsync(UserId, new("2024-03-01T00:00:00Z", 5), new("2024-04-01T00:00:00Z", 6));
        await _database.AddAsync(OtherUserId, new GivenPlay("2023-12-31T23:59:59Z", 5));
        _services = new ServiceCollection().AddSingleton(_database.Source).AddListening().BuildServiceProvider();
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [StoreFact]
    public async Task A_rollup_that_equals_its_plays_is_said_to()
    {
        Assert.Equal(ExitCode.Done, await VerifyAsync());
        Assert.Equal("Looked at 3 months of 2 users. All equal their plays.\n", _output.ToString());
    }

    [StoreTheory]
    [InlineData("UPDATE play_months SET ms = set_byte(ms, 3, get_byte(ms, 3) # 1) WHERE month = '2024-03-01'", "User 1, 2024-03: 1 plays in the rollup, 1 in plays; different: ms")]
    [InlineData("DELETE FROM play_months WHERE month = '2024-03-01'", "User 1, 2024-03: 0 plays in the rollup, 1 in plays; different: plays, ended, tracks, artists, albums, ms, flags, platforms")]
    [InlineData("UPDATE play_months SET month = '2023-11-01' WHERE user_id = 2", "User 2, 2023-11: 1 plays in the rollup, 0 in plays; different: plays")]
    [InlineData("UPDATE plays SET track_id = 7 WHERE track_id = 6", "User 1, 2024-04: 1 plays in the rollup, 1 in plays; different: tracks")]
    public async Task Whatever_was_tampered_with_is_found_and_repaired(string tampering, string finding)
    {
        await _database.ExecuteAsync(tampering);
        Assert.Equal(ExitCode.Failed, await VerifyAsync());
        Assert.Contains(finding, _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await VerifyAsync("--repair"));
        Assert.Equal(ExitCode.Done, await VerifyAsync());
    }

    [StoreFact]
    public async Task Only_the_user_who_is_named_is_looked_at()
    {
        await _database.ExecuteAsync("DELETE FROM play_months WHERE user_id = 1");
        Assert.Equal(ExitCode.Done, await VerifyAsync("--user", "2"));
        Assert.Equal(ExitCode.Failed, await VerifyAsync("--user", "1", "--json"));
        Assert.Contains("""{"userId":1,"month":"2024-03-01","playsInRollup":0,"plays":1,""", _output.ToString(), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("ada", "'--user ada' is not the number of a user.", ExitCode.Usage)]
    [InlineData("77", "There is no user 77.", ExitCode.Failed)]
    public async Task A_user_who_is_not_there_is_refused(string user, string sentence, int exitCode)
    {
        Assert.Equal(exitCode, await VerifyAsync("--user", user));
        Assert.Equal(sentence, _error.ToString().Trim());
    }

    private async Task<int> VerifyAsync(params string[] arguments)
    {
        await using var output = new StringWriter(_output);
        await using var error = new StringWriter(_error);
        return await new CommandTable(_services).RunAsync(["verify", .. arguments], output, error);
    }
}
