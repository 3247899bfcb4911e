using System.IO.Compression;
using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>Corrections go along in the account's file and come back with it.</summary>
public sealed class CorrectionsFileTests
{
    private static readonly GivenFile[] Files =
    [
        GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June"), new GivenRow("2024-03-01T11:00:00Z", "Anger")),
        GivenFile.Account(new GivenRow("2024-03-02T10:00:00Z", "Joy by Name")),
    ];

    [StoreFact]
    public async Task Another_account_that_imports_the_export_has_the_corrections_too()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        foreach (var file in Files) await ada.RunAsync(file);
        await ada.CorrectAsync(await ada.TrackIdAsync("Joy of June"), "SADNESS");
        await ada.CorrectAsync(await ada.TrackIdAsync("Joy by Name"), "FEAR");

        var zip = await ada.Http.GetByteArrayAsync(new Uri("/export", UriKind.Relative));
        await bob.RunAsync(new GivenFile("again.zip", zip));

        Assert.Equal(2, Account(zip).GetProperty("moodCorrections").GetArrayLength());
        foreach (var name in (string[])["Joy of June", "Joy by Name", "Anger"])
            Assert.True(JsonElement.DeepEquals(await ada.MoodAsync(name), await bob.MoodAsync(name)), name);
        Assert.Equal(("SADNESS", "FEAR"), ((await bob.MoodAsync("Joy of June")).Text("mood"), (await bob.MoodAsync("Joy by Name")).Text("mood")));
    }

    [StoreFact]
    public async Task The_newer_word_holds_and_a_preview_says_nothing()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(Files[0]);
        var id = await ada.TrackIdAsync("Joy of June");
        await ada.CorrectAsync(id, "SADNESS");
        var zip = new GivenFile("again.zip", await ada.Http.GetByteArrayAsync(new Uri("/export", UriKind.Relative)));

        application.Time.Advance(TimeSpan.FromMinutes(1));
        await ada.CorrectAsync(id, "FEAR");
        await ada.RunAsync(zip);
        var newer = await ada.MoodAsync("Joy of June");
        await ada.ForgetAsync(id);
        var upload = await ada.UploadAsync(zip);
        await ada.StartAsync(upload, preview: true);
        await ada.WaitForAsync(upload, "COMPLETED");
        var previewed = await ada.MoodAsync("Joy of June");

        Assert.Equal(("FEAR", "JOY"), (newer.Text("mood"), previewed.Text("mood")));
        await ada.RunAsync(zip);
        Assert.Equal("SADNESS", (await ada.MoodAsync("Joy of June")).Text("mood"));
    }

    [StoreTheory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{\"moodCorrections\": 7}")]
    [InlineData("{\"moodCorrections\": [7, {}, {\"uri\": \"spotify:track:short\", \"mood\": \"JOY\", \"correctedAt\": \"2024-01-01T00:00:00Z\"}]}")]
    [InlineData("{\"moodCorrections\": [{\"artist\": \"Mara Quill\", \"title\": \"Joy of June\", \"mood\": \"GLEE\", \"correctedAt\": \"2024-01-01T00:00:00Z\"}]}")]
    [InlineData("{\"moodCorrections\": [{\"artist\": \"Mara Quill\", \"title\": \"Joy of June\", \"mood\": \"9\", \"correctedAt\": \"2024-01-01T00:00:00Z\"}]}")]
    public async Task A_file_that_says_nothing_of_moods_costs_nothing_of_the_history(string account)
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");

        await ada.RunAsync(GivenFile.Zip("all.zip", Files[0], GivenFile.Text("account.json", account)));

        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));
        Assert.Equal(0, await application.CountAsync("mood_corrections"));
    }

    private static JsonElement Account(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var stream = archive.GetEntry("account.json")!.Open();
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
