using System.Globalization;
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

        Assert.Equal("1975 – 1989", await home.ReadAsync<string>(
            "SELECT artists.name || ' – ' || tracks.name "
            + "FROM tracks JOIN artists ON artists.user_id = tracks.user_id AND artists.id = artist_id"));
    }

    [StoreFact]
    public async Task Half_a_surrogate_pair_and_a_null_in_a_title_lose_no_play()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Text(
            "endsong.json", """[{"ts":"2024-03-01T10:00:00Z","ms_played":5,"spotify_track_uri":"spotify:track:000000000000000000000a","master_metadata_track_name":"a\ud83d\u0000b \ud83c\udfb5","master_metadata_album_artist_name":"x"}]"""));

        Assert.Equal(1, report.Added);
        Assert.Equal("a\ufffdb \U0001F3B5", await home.ReadAsync<string>("SELECT name FROM tracks"));
    }

    [StoreFact]
    public async Task What_no_text_may_hold_reaches_no_column()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Text(
            "end\u0001song\u0090.json",
            """
            [{"ts":"2024-03-01T10:00:00Z","ms_played":5,"spotify_track_uri":"spotify:track:\u0000a","master_metadata_track_name":"N\u0000or\u0085th\uffff\ufffe\ufdd0",
              "master_metadata_album_artist_name":"M\u009ba\udc00ra","master_metadata_album_album_name":"\u0000","platform":"android\u0000","reason_start":"click\u0000row"},
             {"ts":"2024-03-01T11:00:00Z","ms_played":5,"episode_name":"\u0007One\u001b","episode_show_name":"\ud800Maps\ufffe","reason_end":"\u0000"},
             {"ts":"yester\u0000day\ud83d","ms_played":5,"\u0000odd\ufffe":1}]
            """));

        Assert.Equal((1, 1, 1), (report.Added, report.Episodes, report.Dropped.Count));
        Assert.Equal("“endsong.json”, row 3: has the time “yesterday\ufffd”, which is none", report.Dropped[0].Example);
        Assert.Equal(
            "Nor th|Ma\ufffdra|none|none|android|none",
            await home.ReadAsync<string>(
                """
                SELECT concat_ws('|', tracks.name, artists.name, coalesce(tracks.spotify_id, 'none'),
                    coalesce(tracks.album_id::text, 'none'), platform, coalesce(reason_start, 'none'))
                FROM plays JOIN tracks ON tracks.id = track_id JOIN artists ON artists.id = artist_id
                """));
        Assert.Equal("One|\ufffdMaps", await home.ReadAsync<string>("SELECT name || '|' || show_name FROM other_items"));
    }

    [StoreFact]
    public async Task Control_characters_in_the_fields_of_an_unknown_file_leave_its_refusal_readable()
    {
        await using var home = await ImportHome.CreateAsync();

        var refusal = await home.RefusalOfAsync(GivenFile.Text("list.json", """[{"a\u0000b\ud83d":1,"\u001bc":2}]"""));

        Assert.Contains("its entries have the fields ab\ufffd, c and neither", refusal, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    public async Task Only_a_text_is_a_reason_or_a_platform(string value)
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Text(
            "endsong_0.json",
            $$"""[{"ts":"2024-03-01T10:00:00Z","ms_played":5"""
            + $$""","master_metadata_track_name":"a","reason_start":{{value}},"reason_end":{{value}},"platform":{{value}}}]"""));

        Assert.Equal(3, await home.ReadAsync<int>("SELECT num_nulls(reason_start, reason_end, platform) FROM plays"));
    }

    [StoreTheory]
    [InlineData("200000")]
    [InlineData("2e5")]
    [InlineData("2E+5")]
    [InlineData("200000.0")]
    [InlineData("2.00000e5")]
    [InlineData("20000000e-2")]
    public async Task A_whole_number_is_that_number_however_it_is_written(string number)
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Text(
            "endsong_0.json",
            $$"""[{"ts":"2024-03-01T10:00:00Z","ms_played":{{number}}"""
            + ""","master_metadata_track_name":"a","shuffle":1.0,"skipped":0.0,"incognito_mode":1e0}]"""));

        Assert.Equal(
            "200000 t f t", await home.ReadAsync<string>("SELECT concat_ws(' ', ms_played, shuffle, skipped, incognito) FROM plays"));
    }

    [Theory]
    [InlineData("1.5", "WrongType", "has a length that is no whole number of milliseconds")]
    [InlineData("1e-1", "WrongType", "has a length that is no whole number of milliseconds")]
    [InlineData("\"5\"", "WrongType", "has a length that is no whole number of milliseconds")]
    [InlineData("-1.0", "OutOfRange", "lasted -1.0 ms, which no play does")]
    [InlineData("1e12", "OutOfRange", "lasted 1e12 ms, which no play does")]
    [InlineData("1e400", "OutOfRange", "lasted 1e400 ms, which no play does")]
    [InlineData("99999999999999999999", "OutOfRange", "lasted 99999999999999999999 ms, which no play does")]
    public void A_length_that_is_none_is_called_so(string number, string reason, string what)
    {
        var drop = ReadRow.Extended("", ms: number).Drop;

        Assert.Equal((reason, what), (drop?.Reason.ToString(), drop?.What));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void A_time_out_of_range_is_said_in_the_same_words_everywhere(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("ended at 1970-01-01 00:00, before Spotify existed or in the future",
                ReadRow.Extended("", ts: "1970-01-01T00:00:00Z").Drop?.What);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [StoreFact]
    public async Task A_file_may_start_with_a_byte_order_mark_and_be_longer_than_the_buffer()
    {
        await using var home = await ImportHome.CreateAsync();
        var long_ = new string('x', 100_000);
        var row = $$"""{"ts":"2024-03-01T10:00:00Z","note":"{{long_}}","ms_played":5,"spotify_track_uri":"spotify:track:000000000000000000000a","master_metadata_track_name":"a"}""";

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
            new GivenRow("2024-05-01T10:00:00Z", Track: null) { Uri = "spotify:track:Lanterns00000000000000", Artist = null, Album = null }, new GivenRow("2024-03-02T10:00:00Z")));

        Assert.Equal("Lanterns 2", await home.ReadAsync<string>("SELECT name || ' ' || (SELECT count(*) FROM plays) FROM tracks"));
    }

    [StoreFact]
    public async Task A_very_long_title_is_cut_and_kept()
    {
        await using var home = await ImportHome.CreateAsync();
        var random = new Random(1);
        var title = new string([.. Enumerable.Range(0, 5_000).Select(_ => (char)random.Next('一', '鿿'))]);

        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", title) { Uri = "spotify:track:000000000000000000000a", Artist = title, Album = title }));
        await home.ImportAsync(GivenFile.Json("endsong_0.json", new { ts = "2024-03-01T10:00:00Z", ms_played = 5, episode_name = title, episode_show_name = title }));

        Assert.Equal(800, await home.ReadAsync<int>("SELECT char_length(name) FROM tracks"));
        Assert.Equal(400, await home.ReadAsync<int>("SELECT char_length(name) FROM other_items"));
    }

    [StoreTheory]
    [InlineData("""{"endTime":"2024-03-01 10:00","artistName":"x","trackName":true,"msPlayed":5}""", "trackName")]
    [InlineData("""{"ts":"2024-03-01T10:00:00Z","ms_played":5,"master_metadata_track_name":{}}""", "master_metadata_track_name")]
    public async Task A_name_that_is_no_text_is_told_by_the_files_own_word(string row, string property)
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Text("endsong.json", $"[{row}]"));

        Assert.EndsWith($"has something else than a text as “{property}”", Assert.Single(report.Dropped).Example, StringComparison.Ordinal);
    }
}
