using Personalify.Api.OperationDocuments;
using Personalify.Api.Tests.Caching;
using Personalify.Testing;
using static Personalify.Api.Tests.OperationDocuments.DocumentRequests;

namespace Personalify.Api.Tests.OperationDocuments;

/// <summary>Documents that clients add by their hash, in an Api alone and in several on one Redis.</summary>
public sealed class AutomaticDocumentsTests : IAsyncLifetime
{
    private const string Document = "query Mine { server { version } }";
    private readonly TestRedisServer _redis = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [StoreFact]
    public async Task An_Api_without_Redis_keeps_them_itself()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();

        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Document), StringComparison.Ordinal);
        await RunsAsync(client.AskByHashAsync(Document, isSent: true));
        await RunsAsync(client.AskByHashAsync(Document));
    }

    [StoreFact]
    public async Task What_was_sent_to_one_Api_is_known_to_the_others_for_a_while()
    {
        await _redis.StartAsync();
        await using var here = await StartAsync();
        await using var there = await StartAsync();
        using var sender = here.Connect();
        using var reader = there.Connect();

        await RunsAsync(sender.AskByHashAsync(Document, isSent: true));
        await RunsAsync(reader.AskByHashAsync(Document));

        using var gate = _redis.OpenPatientGate();
        var left = await gate.CallAsync(database => database.KeyTimeToLiveAsync(RedisAutomaticDocuments.KeyPrefix + Hash(Document)), null, default);
        Assert.InRange(left!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    [StoreFact]
    public async Task While_Redis_is_away_each_Api_knows_what_came_to_it_and_is_sent_the_rest()
    {
        await _redis.StartAsync();
        await using var here = await StartAsync();
        await using var there = await StartAsync();
        using var sender = here.Connect();
        using var reader = there.Connect();
        await RunsAsync(sender.AskByHashAsync(Document, isSent: true));
        await _redis.KillAsync();

        await RunsAsync(sender.AskByHashAsync(Document));
        Assert.Contains("PersistedQueryNotFound", await reader.AskByHashAsync(Document), StringComparison.Ordinal);
        await RunsAsync(reader.AskByHashAsync(Document, isSent: true));
        await RunsAsync(reader.AskByHashAsync(Document));
    }

    [StoreFact]
    public async Task In_Redis_the_oldest_make_room()
    {
        await _redis.StartAsync();
        await using var application = await StartAsync(("GraphQL:PersistedOperations:MaxAutomaticDocuments", "2"));
        using var client = application.Connect();
        string[] documents = ["{ server { version } }", "{ server { hasDemo } }", "{ server { needsFirstAccount } }"];
        foreach (var document in documents)
        {
            await client.AskByHashAsync(document, isSent: true);
            application.Time.Advance(TimeSpan.FromSeconds(1));
        }

        using var gate = _redis.OpenPatientGate();
        var isKept = new List<bool>();
        foreach (var document in documents)
            isKept.Add(await gate.CallAsync(database => database.KeyExistsAsync(RedisAutomaticDocuments.KeyPrefix + Hash(document)), false, default));

        Assert.Equal([false, true, true], isKept);
        Assert.Equal(2, await gate.CallAsync(database => database.SortedSetLengthAsync(RedisAutomaticDocuments.KeyPrefix.TrimEnd(':')), 0L, default));
    }

    [StoreFact]
    public async Task What_somebody_else_wrote_into_Redis_under_a_hash_does_not_run()
    {
        await _redis.StartAsync();
        await using var application = await StartAsync();
        using var client = application.Connect();
        using var gate = _redis.OpenPatientGate();
        await gate.CallAsync(database => database.StringSetAsync(RedisAutomaticDocuments.KeyPrefix + Hash(Document), "{ users { name } }"), false, default);

        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Document), StringComparison.Ordinal);
        await RunsAsync(client.AskByHashAsync(Document, isSent: true));
    }

    [StoreFact]
    public async Task It_can_be_switched_off()
    {
        await using var application = await PersonalifyApplication.StartAsync(("GraphQL:PersistedOperations:AllowAutomaticPersistedOperations", "false"));
        using var client = application.Connect();

        await RunsAsync(client.AskByHashAsync(Document, isSent: true));
        Assert.Contains("PersistedQueryNotFound", await client.AskByHashAsync(Document), StringComparison.Ordinal);
    }

    private Task<PersonalifyApplication> StartAsync(params (string, string)[] settings) =>
        PersonalifyApplication.StartAsync([("ConnectionStrings:Redis", _redis.ConnectionString), .. settings]);

    private static async Task RunsAsync(Task<string> answer) => Assert.StartsWith("""{"data":{"server":{"version":""", await answer, StringComparison.Ordinal);
}
