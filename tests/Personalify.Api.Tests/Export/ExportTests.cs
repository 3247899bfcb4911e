using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Export;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Export;

/// <summary>What an export holds, and that another account that imports it shows the same figures.</summary>
public sealed class ExportTests
{
    private const string Figures =
        """
        { me { coverage { firstDay lastDay plays }
          any: listening(play: ANY) { totals { plays msPlayed tracks artists albums newArtists activeDays longestStreak { days from to } }
            topTracks(first: 50) { nodes { rank plays msPlayed track { name artist { name } album { name } } } }
            topArtists(first: 50) { nodes { rank plays msPlayed tracks artist { name } } }
            topAlbums(first: 50) { nodes { rank plays msPlayed album { name artist { name } } } }
            byMonth { month plays msPlayed } byWeekdayHour { weekday hour plays msPlayed } }
          half: listening(play: HALF_OR_FOUR_MINUTES) { totals { plays msPlayed } } } }
        """;

    /// <summary>Each play by what makes it and what is said of it, without numbers that only this catalogue has.</summary>
    private const string Plays =
        """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT concat_ws('|', track.spotify_id, artist.name, track.name, album.name, play.ended_at, play.reported_at, play.offline_at,
                play.ordinal, play.ms_played, play.source, coalesce(play.reason_start, '-'), coalesce(play.reason_end, '-'),
                coalesce(play.platform, '-'), coalesce(play.shuffle::text, '-'), coalesce(play.skipped::text, '-'),
                coalesce(play.offline::text, '-'), coalesce(play.incognito::text, '-')) AS line
            FROM plays AS play
            JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            JOIN artists AS artist ON artist.user_id = play.user_id AND artist.id = track.artist_id
            LEFT JOIN albums AS album ON album.user_id = play.user_id AND album.id = track.album_id
            WHERE play.user_id = $1 AND NOT play.is_superseded
            UNION ALL
            SELECT concat_ws('|', item.kind, item.spotify_id, item.show_name, item.name, play.ended_at, play.reported_at, play.offline_at,
                play.ordinal, play.ms_played)
            FROM other_plays AS play JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
            WHERE play.user_id = $1
        ) AS play
        """;

    [StoreFact]
    public async Task Another_account_that_imports_it_has_the_same_plays_and_the_same_figures()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        foreach (var file in ExportedHistory.Files) await ada.RunAsync(file);

        await bob.RunAsync(new GivenFile("again.zip", await ReadAsync(ada)));

        Assert.Equal(await PlaysAsync(application, 1), await PlaysAsync(application, 2));
        Assert.Equal(await FiguresAsync(ada), await FiguresAsync(bob));
        Assert.Contains("\"plays\":11,", await FiguresAsync(bob), StringComparison.Ordinal);
    }

    [RealExportTheory]
    [InlineData("listener-a-endsong-generation.zip")]
    [InlineData("listener-b-extended.zip")]
    [InlineData("listener-c-account-data.zip")]
    public async Task A_real_history_comes_back_whole(string export)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        await ada.RunAsync(RealExports.Read(export));

        await bob.RunAsync(new GivenFile("again.zip", await ReadAsync(ada)));

        Assert.Equal(await PlaysAsync(application, 1), await PlaysAsync(application, 2));
        Assert.Equal(await FiguresAsync(ada), await FiguresAsync(bob));
    }

    [StoreFact]
    public async Task Files_are_bounded_months_follow_one_another_and_equal_rows_of_a_minute_stay_together()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        var rows = Enumerable.Range(0, HistoryFiles.RowsInFile + 5_000)
            .Select(number => new GivenRow(At(30 * (number / 3)), $"Song {number / 3 % 700}", Ms: 1_000)).ToArray();
        await ada.RunAsync(GivenFile.Account(rows));

        var zip = await ReadAsync(ada);
        await bob.RunAsync(new GivenFile("again.zip", zip));

        var files = Entries(zip).Where(entry => entry.Name.StartsWith("StreamingHistory_music_", StringComparison.Ordinal)).ToList();
        Assert.Equal([15_000, 5_000], files.Select(file => JsonDocument.Parse(file.Content).RootElement.GetArrayLength()));
        Assert.Equal(await PlaysAsync(application, 1), await PlaysAsync(application, 2));
    }

    [StoreFact]
    public async Task It_has_a_table_the_account_and_nothing_personal_that_was_not_kept()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(GivenFile.Extended(
            new GivenRow("2024-03-01T10:00:00Z", "=Say \"hi\", you"), new GivenRow("2024-03-02T10:00:00Z")));

        var entries = Entries(await ReadAsync(ada)).ToDictionary(entry => entry.Name, entry => entry.Content);

        Assert.Equal(
            ["README.txt", "Streaming_History_Audio_2024_0.json", "account.json", "plays.csv"], entries.Keys.Order(StringComparer.Ordinal));
        var table = entries["plays.csv"].Split("\r\n");
        Assert.Equal((4, ""), (table.Length, table[3]));
        Assert.Equal(
            "2024-03-01T10:00:00Z,TRACK,\"'=Say \"\"hi\"\", you\",Mara Quill,Paper Lanterns,200000,yes,EXTENDED,"
            + "spotify:track:Sayhiyou00000000000000,clickrow,trackdone,android,no,,no,no",
            table[1]);
        var account = JsonDocument.Parse(entries["account.json"]).RootElement;
        Assert.Equal(("ada", 2), (
            account.GetProperty("name").GetString(),
            account.GetProperty("imports")[0].GetProperty("report").GetProperty("added").GetInt32()));
        Assert.DoesNotMatch("secret|203\\.0\\.113|username|ip_addr|user_agent|conn_country", string.Concat(entries.Values));
    }

    [StoreFact]
    public async Task It_is_for_who_is_signed_in_and_one_at_a_time()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var stranger = application.Connect();
        var (turns, address) = (application.Services.GetRequiredService<ExportTurns>(), new Uri("/export", UriKind.Relative));
        using (var refused = await stranger.Http.GetAsync(address)) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        Assert.True(turns.TryTake(1));
        using (var waiting = await ada.Http.GetAsync(address))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (waiting.StatusCode, waiting.Headers.RetryAfter?.ToString()));
            Assert.Contains("Try again in a minute", await waiting.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        turns.GiveBack(1);
        using var response = await ada.Http.GetAsync(address);
        Assert.Equal(("application/zip", "personalify-ada-2026-03-01.zip"), (
            response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentDisposition?.FileName));
        Assert.True(turns.TryTake(1));
    }

    private static string At(int minute) =>
        new DateTime(2023, 1, 1).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<byte[]> ReadAsync(ApiClient client)
    {
        using var response = await client.Http.GetAsync(new Uri("/export", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<(string Name, string Content)> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return (entry.Name, reader.ReadToEnd());
        }
    }

    private static async Task<string> FiguresAsync(ApiClient client) => (await client.QueryAsync(Figures)).GetRawText();

    private static async Task<string> PlaysAsync(PersonalifyApplication application, int userId)
    {
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        // The rows are minutes old, and without statistics the planner would loop over the tracks for each play.
        await using (var analyze = source.CreateCommand("ANALYZE")) await analyze.ExecuteNonQueryAsync();
        await using var command = source.CreateCommand(Plays);
        command.Parameters.Add(new() { Value = userId });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
