using System.Globalization;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>Where plays stand that a device reported hours or days after they had ended.</summary>
public sealed class OfflineTimeTests
{
    [Theory]
    [InlineData("1686297600")]
    [InlineData("1686297600000")]
    [InlineData("1686297600999")]
    [InlineData("1.6862976e9")]
    [InlineData("1686297600.0")]
    [InlineData("1.6862976E+12")]
    public void An_offline_play_stands_where_it_began_and_lasted(string offlineTimestamp)
    {
        var play = ReadRow.Extended($"\"offline\":true,\"offline_timestamp\":{offlineTimestamp}", ms: "200999").Play;

        Assert.Equal(
            ("2023-06-09 08:03:20", "2023-06-10 18:00:00", "2023-06-09 08:00:00", true),
            (Text(play.EndedAt), Text(play.ReportedAt), Text(play.OfflineAt), play.IsPlacedOffline));
        Assert.All([play.EndedAt, play.ReportedAt, play.OfflineAt!.Value], time => Assert.Equal(DateTimeKind.Utc, time.Kind));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("99")]
    [InlineData("-1686297600")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1686297600.5")]
    [InlineData("\"1686297600\"")]
    [InlineData("{}")]
    [InlineData("1143849599")]
    [InlineData("1143849599999")]
    [InlineData("4102444800")]
    [InlineData("4102444800000")]
    [InlineData("99999999999")]
    [InlineData("2147483648000000")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("18446744073709551616")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    public void What_is_no_time_since_Spotify_exists_says_nothing(string offlineTimestamp)
    {
        var play = ReadRow.Extended($"\"offline\":true,\"offline_timestamp\":{offlineTimestamp}").Play;

        Assert.Equal(("2023-06-10 18:00:00", "none", false), (Text(play.EndedAt), Text(play.OfflineAt), play.IsPlacedOffline));
    }

    [Theory]
    [InlineData("1686419800", "2023-06-10 18:00:00")]
    [InlineData("1686419801", "2023-06-10 18:00:00")]
    [InlineData("1686419799", "2023-06-10 17:59:59")]
    [InlineData("1683741400", "2023-05-10 18:00:00")]
    [InlineData("1683741399", "2023-06-10 18:00:00")]
    public void It_stands_at_most_31_days_before_its_report_and_never_behind_it(string offlineTimestamp, string endedAt) =>
        Assert.Equal(endedAt, Text(ReadRow.Extended($"\"offline\":true,\"offline_timestamp\":{offlineTimestamp}").Play.EndedAt));

    [Theory]
    [InlineData("false", "2023-06-10 18:00:00")]
    [InlineData("null", "2023-06-10 18:00:00")]
    [InlineData("0", "2023-06-10 18:00:00")]
    [InlineData("1", "2023-06-09 08:03:20")]
    public void Only_a_row_that_was_offline_is_placed_and_each_keeps_the_time(string offline, string endedAt)
    {
        var play = ReadRow.Extended($"\"offline\":{offline},\"offline_timestamp\":1686297600").Play;

        Assert.Equal((endedAt, "2023-06-09 08:00:00"), (Text(play.EndedAt), Text(play.OfflineAt)));
    }

    [Fact]
    public void Account_data_has_no_offline_time()
    {
        var play = ReadRow.Of(
            """{"endTime":"2023-06-10 18:00","msPlayed":5,"trackName":"a","offline":true,"offline_timestamp":1686297600}""").Play;

        Assert.Equal(("2023-06-10 18:00:00", "none"), (Text(play.EndedAt), Text(play.OfflineAt)));
    }

    [StoreFact]
    public async Task Plays_of_a_flight_lie_in_the_flight_and_not_at_its_landing()
    {
        await using var home = await ImportHome.CreateAsync();
        long[] began = [1_717_405_200, 1_717_405_500, 1_717_406_000_000];

        var report = await home.ImportAsync(GivenFile.Json("Streaming_History_Audio_2024_0.json", [.. began.Select((time, index) => new
        {
            ts = "2024-06-03T20:30:00Z", ms_played = 240_000 + index, master_metadata_track_name = $"Cloud {index}",
            master_metadata_album_artist_name = "Mara Quill",
            offline = true, offline_timestamp = time,
        })]));

        Assert.Equal(3, report.Added);
        Assert.Equal(
            "09:04:00 09:09:00 09:17:20",
            await home.ReadAsync<string>(
                "SELECT string_agg(to_char(ended_at AT TIME ZONE 'UTC', 'HH24:MI:SS'), ' ' ORDER BY ended_at) FROM plays"));
    }

    private static string Text(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "none";
}
