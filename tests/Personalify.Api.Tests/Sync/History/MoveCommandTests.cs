using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;
using Npgsql;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Api.Tests.Access;
using Personalify.GraphQL.Commands;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

public sealed class MoveCommandTests : IAsyncLifetime
{
    private const int Ada = 1, Ben = 2, Runs = 250;
    private MongoLite _server = null!;
    private PersonalifyApplication _application = null!;

    private MongoSyncHistory Mongo => _application.Services.GetRequiredService<MongoSyncHistory>();

    private PostgresSyncHistory Postgres => _application.Services.GetRequiredService<PostgresSyncHistory>();

    public async Task InitializeAsync()
    {
        if (MongoLite.Missing is not null) return;
        _server = await MongoLite.StartAsync();
        _application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Mongo", _server.ConnectionString("personalify")));
        using var ada = await _application.ConnectAsAsync("ada");
        using var ben = await _application.ConnectAsAsync("ben", by: ada);
    }

    public async Task DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [MongoFact]
    public async Task There_and_back_everything_is_the_same()
    {
        await FillAsync(Postgres, Ada, Runs);
        await FillAsync(Postgres, Ben, 1);

        var (exitCode, output, _) = await MoveAsync("postgres", "mongo");
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.EndsWith(
            $"From PostgreSQL to MongoDB: {Runs + 1} runs ({Runs + 1} copied, 0 there already), 2 current documents, 0 differences. Everything was read back from MongoDB and is the same.\n",
            output, StringComparison.Ordinal);
        Assert.Contains("Listener 1: 200 runs copied so far.", output, StringComparison.Ordinal);

        var before = Text((await Mongo.ListAsync(Ada, null, null, 1, true, default))[0]);
        await Postgres.ForgetAsync(Ada, default);
        Assert.Equal(ExitCode.Done, (await MoveAsync("mongo", "postgres")).ExitCode);
        Assert.Equal(Runs, await Postgres.CountAsync(Ada, default));
        Assert.Equal(before, Text((await Postgres.ListAsync(Ada, null, null, 1, true, default))[0]));
        Assert.Single(await Postgres.ListCurrentAsync(Ada, default));
        Assert.Contains("(0 copied, 251 there already)", (await MoveAsync("postgres", "mongo")).Output, StringComparison.Ordinal);
    }

    [MongoFact]
    public async Task A_move_that_is_killed_goes_on_where_it_was()
    {
        await FillAsync(Postgres, Ada, Runs);
        using (var process = Start())
        {
            await Eventually.IsTrueAsync(async () => await Mongo.CountAsync(Ada, default) > 20 || process.HasExited, "it copies");
            process.Kill();
            await process.WaitForExitAsync();
        }

        var there = await Mongo.CountAsync(Ada, default);
        var (exitCode, output, _) = await MoveAsync("postgres", "mongo");
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains($"{Runs} runs ({Runs - there} copied, {there} there already)", output, StringComparison.Ordinal);
        Assert.Equal(Runs, await Mongo.CountAsync(Ada, default));
    }

    [MongoFact]
    public async Task What_another_wrote_to_the_target_stays_and_a_difference_is_told()
    {
        await FillAsync(Postgres, Ada, 3);
        await Mongo.AppendAsync(Run(Ada, 2_000, "Newer"), default);
        Assert.Equal(ExitCode.Done, (await MoveAsync("postgres", "mongo")).ExitCode);
        Assert.Equal(4, await Mongo.CountAsync(Ada, default));

        var copied = (await Postgres.ListAsync(Ada, null, null, 1, true, default))[0];
        using var client = new MongoClient(_server.ConnectionString("personalify"));
        await client.GetDatabase("personalify").GetCollection<BsonDocument>("sync_runs")
            .UpdateOneAsync(
                Builders<BsonDocument>.Filter.Eq("finished_at", copied.FinishedAt.UtcDateTime), Builders<BsonDocument>.Update.Set("trigger",
                    "listener"));
        var (exitCode, output, _) = await MoveAsync("postgres", "mongo");
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("1 differences. What differs in MongoDB was written there by something else", output, StringComparison.Ordinal);
    }

    [MongoTheory]
    [InlineData(null, "mongo", "--from is missing: write --from postgres or --from mongo.")]
    [InlineData("redis", "mongo", "'--from redis' is no store of the history. There are postgres and mongo.")]
    [InlineData("mongo", "mongo", "--from and --to name the same store. Name one postgres and the other mongo.")]
    public async Task A_command_line_that_is_wrong_says_how_it_goes(string? from, string to, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<CommandException>(() => MoveAsync(from, to));
        Assert.Equal((sentence, ExitCode.Usage), (refusal.Message, refusal.ExitCode));
    }

    [MongoFact]
    public async Task A_store_that_is_away_ends_it_with_the_way_out()
    {
        await FillAsync(Postgres, Ada, 1);
        await _server.KillAsync();
        var failure = await Assert.ThrowsAsync<CommandException>(() => MoveAsync("postgres", "mongo"));
        Assert.StartsWith("MongoDB, which keeps the sync history,", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("What was copied stays; run the command again to go on.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, failure.ExitCode);
    }

    private static async Task FillAsync(PostgresSyncHistory history, int userId, int runs)
    {
        foreach (var hour in Enumerable.Range(1, runs)) await history.AppendAsync(Run(userId, hour, "Nina", $"Artist {hour}"), default);
        await history.SaveCurrentAsync(Current(Run(userId, runs, "Nina"), TimeRange.ShortTerm), default);
    }

    private async Task<(int ExitCode, string Output, string Error)> MoveAsync(string? from, string to)
    {
        await using StringWriter output = new() { NewLine = "\n" }, error = new();
        Dictionary<string, string> options = new() { ["--to"] = to };
        if (from is not null) options["--from"] = from;
        var exitCode = await MoveCommand.Command.RunAsync(new CommandRun(_application.Services, [], options, output, error, default));
        return (exitCode, output.ToString(), error.ToString());
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "sync-history", "move", "--from", "postgres", "--to",
            "mongo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Main"] = new NpgsqlConnectionStringBuilder(_application.ConnectionString).ConnectionString;
        start.Environment["ConnectionStrings__Mongo"] = _server.ConnectionString("personalify");
        return Process.Start(start)!;
    }
}
