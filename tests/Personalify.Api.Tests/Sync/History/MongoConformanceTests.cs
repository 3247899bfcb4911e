using System.Text.Json;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>What MongoDB.Driver writes is read by MongoDB's driver for Node, as mongosh reads it, and the other way round.</summary>
public sealed class MongoConformanceTests(MongoServerFixture server) : IClassFixture<MongoServerFixture>
{
    [MongoFact]
    public async Task Documents_are_what_README_shows_and_those_of_another_program_are_read()
    {
        var url = server.ConnectionString($"personalify_test_{Guid.NewGuid():N}");
        var history = new MongoSyncHistory(url, new SyncHistoryOptions());
        var run = Run(1, 1, "Nina", "Miles");
        await history.AppendAsync(run, default);
        await history.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default);

        var (exitCode, output) = await NodeScript.RunAsync("mongo/documents.mjs", url, SpotifyId(1));

        Assert.True(exitCode == 0, output);
        var lines = output.Split('\n');
        Assert.Equal("""{"isDate":true,"rank":"number"}""", lines[1]);
        using var found = JsonDocument.Parse(lines[0]);
        Assert.Equal(
            $$"""
            {"_id":"listener-1:short_term","spotify_id":"listener-1","user_id":1,"run_id":"{{run.Id:D}}","synced_at":"2026-02-01T09:00:02.500Z","time_range":"short_term","artists":[{"rank":1,"id":"a-Nina","name":"Nina","image_url":"https://i.scdn.co/image/Nina"},{"rank":2,"id":"a-Miles","name":"Miles","image_url":"https://i.scdn.co/image/Miles"}],"tracks":[{"rank":1,"id":"t-Nina","name":"Song of Nina","image_url":null,"artists":["Nina","Friend"],"album":null},{"rank":2,"id":"t-Miles","name":"Song of Miles","image_url":null,"artists":["Miles","Friend"],"album":"Album"}],"genres":null}
            """,
            found.RootElement.GetProperty("current")[0].GetRawText());
        Assert.Equal(run.Id.ToString("D"), found.RootElement.GetProperty("runs")[0].GetProperty("_id").GetString());
        await IsReadAsync((await history.ListAsync(1, null, null, 1, false, default)).Single());
    }

    private static Task IsReadAsync(SyncRun run)
    {
        Assert.Equal(new SyncPartReport(SyncPart.TopLists, SyncPartStatus.Completed, 3, 2, 0, 0, null), run.Parts.Single());
        var lists = run.Tops.Single();
        Assert.Equal((1, "X", 0, true), (lists.Artists[0].Rank, lists.Artists[0].Name, lists.Tracks.Count, lists.Genres is null));
        return Task.CompletedTask;
    }
}
