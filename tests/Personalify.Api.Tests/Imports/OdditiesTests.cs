using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>What is really in people's exports.</summary>
public sealed class OdditiesTests
{
    [StoreFact]
    public async Task A_title_that_is_a_number_is_a_title()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Text(
            "StreamingHistory0.json", """[{"endTime":"2024-03-01 10:00","artistName":1975,"trackName":1989,"msPlayed":5}]"""));

        Assert.Equal("1975 – 1989", await home.ReadAsync<string>("SELECT artists.name || ' – ' || tracks.name FROM tracks JOIN artists ON artists.user_id = tracks.user_id AND artists.id = artist_id"));
    }

    [StoreFact]
    public async Task Half_a_surrogate_pair_and_a_null_in_a_title_lose_no_play()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Text(
            "endsong.json", """[{"ts":"2024-03-01T10:00:00Z","ms_played":5,"spotify_track_uri":"spotify:track:a","master_metadata_track_name":"a\ud83d\u0000b \ud83c\udfb5","master_metadata_album_artist_name":"x"}]"""));

        Assert.Equal(1, report.Added);
        Assert.Equal("a\ufffdb \U0001F3B5", await home.ReadAsync<string>("SELECT name FROM tracks"));
    }

    [StoreFact]
    public async Task A_file_may_start_with_a_byte_order_mark_and_be_longer_than_the_buffer()
    {
        await using var home = await ImportHome.CreateAsync();
        var long_ = new string('x', 100_000);
        var row = $$"""{"ts":"2024-03-01T10:00:00Z","note":"{{long_}}","ms_played":5,"spotify_track_uri":"spotify:track:a","master_metadata_track_name":"a"}""";

        var report = await home.ImportAsync(GivenFile.Text("endsong.json", $"\ufeff\n[{row},{row.Replace("ms_played\":5", "ms_played\":6", StringComparison.Ordinal)}]\n\n"));

        Assert.Equal((2, 2), (report.Rows, report.Added));
    }

    [StoreFact]
    public async Task A_local_file_is_known_by_its_names()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Extended(
            new GivenRow("2024-03-01T10:00:00Z", "Demo Tape") { Uri = null }, new GivenRow("2024-03-02T10:00:00Z", "Demo Tape") { Uri = "spotify:local:Mara+Quill::Demo+Tape:200" }));

        Assert.Equal("1 2", await home.ReadAsync<string>("SELECT (SELECT count(*) FROM tracks WHERE spotify_id IS NULL) || ' ' || (SELECT count(*) FROM plays)"));
    }

    [StoreFact]
    public async Task A_track_with_an_id_and_no_names_takes_the_name_that_another_row_knows()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Extended(
            new GivenRow("2024-05-01T10:00:00Z", Track: null) { Uri = "spotify:track:Lanterns", Artist = null, Album = null }, new GivenRow("2024-03-02T10:00:00Z")));

        Assert.Equal("Lanterns 2", await home.ReadAsync<string>("SELECT name || ' ' || (SELECT count(*) FROM plays) FROM tracks"));
    }

    [StoreFact]
    public async Task A_very_long_title_is_cut_and_kept()
    {
        await using var home = await ImportHome.CreateAsync();
        var random = new Random(1);
        var title = new string([.. Enumerable.Range(0, 5_000).Select(_ => (char)random.Next('一', '鿿'))]);

        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", title) { Uri = "spotify:track:a", Artist = title, Album = title }));
        await home.ImportAsync(GivenFile.Json("endsong_0.json", new { ts = "2024-03-01T10:00:00Z", ms_played = 5, episode_name = title, episode_show_name = title }));

        Assert.Equal(800, await home.ReadAsync<int>("SELECT char_length(name) FROM tracks"));
        Assert.Equal(400, await home.ReadAsync<int>("SELECT char_length(name) FROM other_items"));
    }
}
