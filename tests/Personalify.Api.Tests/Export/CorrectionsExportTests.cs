using System.Text.Json;
using Personalify.Api.Moods.Files;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Export;

/// <summary>What a listener said of moods leaves with the export and comes back with its import.</summary>
public sealed class CorrectionsExportTests
{
    private static readonly GivenFile[] History =
    [
        GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour")),
        GivenFile.Account(new GivenRow("2024-04-01T10:00:00Z", "Only here") { Artist = "Ines Vale" }),
    ];

    [StoreFact]
    public async Task Another_account_that_imports_it_has_the_same_corrections()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        foreach (var file in History) await ada.RunAsync(file);
        await CorrectAsync(ada, "Harbour", "FEAR");
        await CorrectAsync(ada, "Only here", "NEUTRAL");

        await bob.RunAsync(new GivenFile("again.zip", await ReadAsync(ada)));

        Assert.Equal("Harbour FEAR, Only here NEUTRAL", await CorrectedAsync(bob));
        Assert.Equal(await CorrectedAsync(ada), await CorrectedAsync(bob));
    }

    [StoreFact]
    public async Task A_correction_comes_back_with_a_track_that_was_undone_and_imported_again()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var import = await ada.RunAsync(History[0]);
        await CorrectAsync(ada, "Harbour", "FEAR");

        var id = import.GetProperty("id").GetString()!;
        await ada.UndoAsync(id);
        await ada.WaitForAsync(id, "UNDONE");
        Assert.Equal("", await CorrectedAsync(ada));
        await ada.RunAsync(History[0]);

        Assert.Equal("Harbour FEAR", await CorrectedAsync(ada));
    }

    [StoreFact]
    public async Task Of_the_own_word_and_the_files_the_later_one_holds()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(History[0]);
        await CorrectAsync(ada, "Harbour", "FEAR");
        application.Time.Advance(TimeSpan.FromMinutes(2));

        await ada.RunAsync(Zip(Row("ANGER", "2026-03-01T11:59:00Z")));
        Assert.Equal("Harbour FEAR", await CorrectedAsync(ada));

        await ada.RunAsync(Zip(Row("SADNESS", "2026-03-01T12:00:30Z"), Row("JOY", "2026-03-01T12:01:00Z")));
        Assert.Equal("Harbour JOY", await CorrectedAsync(ada));
    }

    [StoreFact]
    public async Task A_moment_that_has_not_come_yet_counts_as_the_moment_of_the_import()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(Zip(Row("ANGER", "2999-01-01T00:00:00Z")));

        Assert.True(await home.ReadAsync<bool>("SELECT corrected_at <= now() FROM mood_corrections"));
    }

    [StoreTheory]
    [InlineData("""{}""")]
    [InlineData("""[{"moodCorrections":[]}]""")]
    [InlineData("""{"moodCorrections":7}""")]
    [InlineData("""{"moodCorrections":[1,[],null,{"mood":"HARD"}]}""")]
    [InlineData("""{"moodCorrections":[{"artist":"Mara Quill","title":"Harbour","mood":"99","correctedAt":"2024-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"moodCorrections":[{"artist":"Mara Quill","title":"Harbour","mood":"JOY","correctedAt":"yesterday"}]}""")]
    [InlineData("""{"moodCorrections":[{"uri":"spotify:track:short","artist":"A","title":"B","mood":"JOY","correctedAt":"2024-01-01"}]}""")]
    [InlineData("""{"moodCorrections":[{"artist":" ","title":"Harbour","mood":"JOY","correctedAt":"2024-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"moodCorrections":[{"artist":"\ud800","title":7,"mood":"JOY","correctedAt":"2024-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"moodCorrections":[{"artist":""")]
    public async Task What_is_no_correction_is_left_aside_and_the_plays_are_imported(string account)
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(Zip(account));

        Assert.Equal((2, 0), (report.Added, await home.ReadAsync<int>("SELECT count(*)::int FROM mood_corrections")));
    }

    [StoreFact]
    public async Task A_preview_and_another_listener_learn_nothing_of_it()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = Zip(Row("JOY", "2024-05-01T10:00:00Z"));
        await home.ImportAsync(ImportHome.Bob, preview: false, History[0]);

        await home.PreviewAsync(zip);
        Assert.Equal(0, await home.ReadAsync<int>("SELECT count(*)::int FROM mood_corrections"));
        await home.ImportAsync(zip);

        Assert.Equal("1", await home.ReadAsync<string>("SELECT string_agg(user_id::text, ',') FROM mood_corrections"));
    }

    private static object Row(string mood, string correctedAt) => new
    {
        uri = $"spotify:track:{GivenRow.IdOf("Harbour")}", artist = "Mara Quill", title = "Harbour", mood, correctedAt,
    };

    private static GivenFile Zip(params object[] rows) => Zip(JsonSerializer.Serialize(new { moodCorrections = rows }));

    private static GivenFile Zip(string account) => GivenFile.Zip("given.zip", History[0], GivenFile.Text(CorrectionsFile.Name, account));

    private static async Task CorrectAsync(ApiClient client, string track, string mood)
    {
        var outcome = await client.QueryAsync(
            "mutation($input: CorrectMoodInput!) { correctMood(input: $input) { track { mood { mood isCorrected } } } }",
            new { input = new { trackId = await IdAsync(client, track), mood } });
        Assert.Equal(
            $$"""{"mood":"{{mood}}","isCorrected":true}""",
            outcome.GetProperty("correctMood").GetProperty("track").GetProperty("mood").GetRawText());
    }

    private static async Task<string> IdAsync(ApiClient client, string track) =>
        (await TracksAsync(client)).Single(each => each.GetProperty("name").GetString() == track).GetProperty("id").GetString()!;

    private static async Task<string> CorrectedAsync(ApiClient client) => string.Join(", ", (await TracksAsync(client))
        .Where(track => track.GetProperty("mood") is { ValueKind: JsonValueKind.Object } mood
            && mood.GetProperty("isCorrected").GetBoolean())
        .Select(track => $"{track.GetProperty("name").GetString()} {track.GetProperty("mood").GetProperty("mood").GetString()}")
        .Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<JsonElement>> TracksAsync(ApiClient client)
    {
        var data = await client.QueryAsync(
            "{ me { listening(play: ANY) { topTracks(first: 50) { nodes { track { id name mood { mood isCorrected } } } } } } }");
        return [.. data.GetProperty("me").GetProperty("listening").GetProperty("topTracks").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("track"))];
    }

    private static Task<byte[]> ReadAsync(ApiClient client) => client.Http.GetByteArrayAsync(new Uri("/export", UriKind.Relative));
}
