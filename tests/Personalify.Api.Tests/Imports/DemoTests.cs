using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Personalify.Api.Imports.Demo;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class DemoTests
{
    private static readonly DateOnly LastDay = new(2025, 6, 30);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Export(2_000, 1), Export(2_000, 1));
        Assert.NotEqual(Export(2_000, 1), Export(2_000, 2));
    }

    [Fact]
    public void Three_years_of_a_listener_are_plausible()
    {
        var plays = new DemoListener(60_000, 1, LastDay).Plays().ToList();

        Assert.Equal(60_000, plays.Count);
        Assert.InRange(plays[0].EndedAt, new DateTime(2022, 7, 1), new DateTime(2022, 7, 5));
        Assert.InRange(plays[^1].EndedAt, new DateTime(2025, 6, 28), new DateTime(2025, 7, 1, 6, 0, 0));
        Assert.True(plays.Zip(plays.Skip(1)).All(pair => pair.First.EndedAt <= pair.Second.EndedAt), "in order of time");
        Assert.InRange(plays.Count(play => play.Skipped), 8_000, 12_000);
        Assert.InRange(plays.Count(play => play.Episode is not null), 50, 1_000);
        Assert.InRange(plays.Select(play => play.Track).Distinct().Count(), 1_000, 12_000);
    }

    [Theory]
    [InlineData(1, "2025-06-30")]
    [InlineData(1, "2026-02-28")]
    [InlineData(1, "2026-11-20")]
    [InlineData(2, "2026-11-20")]
    public void Favourites_fall_off_as_those_of_real_listeners_do(int seed, string lastDay)
    {
        var plays = new DemoListener(60_000, seed, DateOnly.Parse(lastDay, CultureInfo.InvariantCulture)).Plays().Where(play => play.Track is not null).ToList();
        var total = plays.Sum(play => (double)play.MsPlayed);
        var tracks = Shares(plays, play => play.Track!.Uri, total);
        var artists = Shares(plays, play => play.Track!.Artist, total);

        // Three public exports: tracks 0.5 to 0.8 per cent, then 0.88 to 0.97, 0.43 to 0.61, 0.36 to 0.48 of it; artists 4 to 10 per cent.
        Assert.InRange(tracks[0], 0.005, 0.03);
        Assert.InRange(tracks[1] / tracks[0], 0.65, 1);
        Assert.InRange(tracks[9] / tracks[0], 0.25, 0.8);
        Assert.InRange(tracks[19] / tracks[0], 0.2, 0.6);
        Assert.InRange(artists[0], 0.03, 0.11);
        Assert.InRange(artists[1] / artists[0], 0.45, 1);
    }

    [Fact]
    public void The_export_has_the_fields_that_Spotify_writes()
    {
        using var zip = new ZipArchive(new MemoryStream(Export(500, 1)));
        Assert.All(zip.Entries, entry => Assert.Matches(@"^Spotify Extended Streaming History/Streaming_History_Audio_20\d\d_\d+\.json$", entry.FullName));
        using var stream = zip.Entries[0].Open();
        Assert.Equal(
            [
                "ts", "platform", "ms_played", "conn_country", "ip_addr", "master_metadata_track_name", "master_metadata_album_artist_name",
                "master_metadata_album_album_name", "spotify_track_uri", "episode_name", "episode_show_name", "spotify_episode_uri", "audiobook_title", "audiobook_uri",
                "audiobook_chapter_uri", "audiobook_chapter_title", "reason_start", "reason_end", "shuffle", "skipped", "offline", "offline_timestamp", "incognito_mode",
            ],
            JsonDocument.Parse(stream).RootElement[0].EnumerateObject().Select(field => field.Name));
    }

    [StoreFact]
    public async Task A_server_without_users_makes_the_demo_listener_once()
    {
        await using var application = await PersonalifyApplication.StartAsync(("Demo:Enabled", "true"), ("Demo:Plays", "3000"));
        using var stranger = application.Connect();
        await Eventually.IsTrueAsync(
            async () => (await stranger.QueryAsync("{ server { hasDemo } }")).GetProperty("server").GetProperty("hasDemo").GetBoolean(), "there is a demo");
        using var demo = application.Connect((await Access.Accounts.SignInToDemoAsync(stranger)).GetProperty("session").GetProperty("token").GetString());

        await demo.WaitForAsync(GlobalId.Of("Import", 1, 1), "COMPLETED");

        var me = (await demo.QueryAsync("{ me { displayName timeZone isDemo coverage { lastDay plays } imports { nodes { id } } } }")).GetProperty("me");
        Assert.Equal(("Demo Listener", "Europe/Lisbon", true), (me.GetProperty("displayName").GetString(), me.GetProperty("timeZone").GetString(), me.GetProperty("isDemo").GetBoolean()));
        Assert.InRange(me.GetProperty("coverage").GetProperty("plays").GetInt32(), 2_900, 3_000);
        Assert.StartsWith("2026-02-2", me.GetProperty("coverage").GetProperty("lastDay").GetString(), StringComparison.Ordinal);
    }

    private static List<double> Shares(IEnumerable<DemoPlay> plays, Func<DemoPlay, string> of, double total) =>
        [.. plays.GroupBy(of).Select(group => group.Sum(play => (double)play.MsPlayed) / total).OrderDescending()];

    private static byte[] Export(int plays, int seed)
    {
        var stream = new MemoryStream();
        DemoExport.Write(new DemoListener(plays, seed, LastDay).Plays(), LastDay, stream);
        return stream.ToArray();
    }
}
