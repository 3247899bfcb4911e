using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Imports;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>An import from upload to undo, as a client sees it.</summary>
public sealed class ImportLifeTests
{
    private static readonly GivenFile File = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour"));

    [StoreFact]
    public async Task An_upload_is_looked_at_imported_and_undone()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);
        Assert.Equal("UPLOADED", (await ada.ImportAsync(id)).GetProperty("status").GetString());

        Assert.Equal("QUEUED", (await ada.StartAsync(id, preview: true)).GetProperty("import").GetProperty("status").GetString());
        var preview = await ada.WaitForAsync(id, "COMPLETED");
        Assert.Equal((true, false, 0), (preview.GetProperty("isPreview").GetBoolean(), preview.GetProperty("canUndo").GetBoolean(), await PlaysAsync(ada)));

        await ada.StartAsync(id);
        var import = await ada.WaitForAsync(id, "COMPLETED");
        Assert.Equal(preview.GetProperty("report").GetRawText(), import.GetProperty("report").GetRawText());
        Assert.Equal((true, 2), (import.GetProperty("canUndo").GetBoolean(), await PlaysAsync(ada)));

        await ada.UndoAsync(id);
        await ada.WaitForAsync(id, "UNDONE");
        Assert.Equal(0, await PlaysAsync(ada));
    }

    [StoreFact]
    public async Task Files_go_with_the_import_and_stay_with_a_preview()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var (imported, looked, failed) = (await ada.UploadAsync(File), await ada.UploadAsync(File), await ada.UploadAsync(GivenFile.Text("x.csv", "a,b")));

        await ada.StartAsync(imported);
        await ada.StartAsync(looked, preview: true);
        await ada.StartAsync(failed);
        await ada.WaitForAsync(imported, "COMPLETED");
        await ada.WaitForAsync(looked, "COMPLETED");
        Assert.Contains("neither a zip nor a JSON file", (await ada.WaitForAsync(failed, "FAILED")).GetProperty("error").GetString(), StringComparison.Ordinal);

        await Eventually.IsTrueAsync(
            () => Directory.GetDirectories(Path.Combine(application.Files, "uploads")).Select(Path.GetFileName).SequenceEqual(["2"]), "only the preview's files are left");
        Assert.Equal(looked, (await ada.CancelAsync(looked)).GetProperty("cancelledId").GetString());
        Assert.Empty(Directory.GetDirectories(Path.Combine(application.Files, "uploads")));
    }

    [StoreFact]
    public async Task What_cannot_be_done_is_a_typed_error_that_says_why()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);

        Assert.Equal("ImportStateError", (await ada.UndoAsync(id)).ErrorType());
        Assert.Equal("ImportNotFoundError", (await ada.StartAsync(GlobalId.Of("Import", 1, 999))).ErrorType());
        await ada.StartAsync(id);
        await ada.WaitForAsync(id, "COMPLETED");
        Assert.Equal("ImportStateError", (await ada.StartAsync(id)).ErrorType());
        Assert.Equal("ImportStateError", (await ada.CancelAsync(id)).ErrorType());
        await ada.UndoAsync(id);
        await ada.WaitForAsync(id, "UNDONE");
        var again = await ada.UndoAsync(id);
        Assert.Equal("UNDONE", again.GetProperty("errors")[0].GetProperty("status").GetString());
        Assert.Equal("The import 1 cannot be undone: it was undone before. To import again, upload the files again.", again.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [StoreFact]
    public async Task Imports_are_listed_newest_first_page_by_page_and_to_their_owner_only()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        string[] ids = [await ada.UploadAsync(File), await ada.UploadAsync(File), await ada.UploadAsync(File)];

        Assert.Equal([ids[2], ids[1]], await PageAsync(ada, "first: 2"));
        var cursor = (await ada.QueryAsync("{ me { imports(first: 2) { pageInfo { endCursor hasNextPage } } } }")).GetProperty("me").GetProperty("imports").GetProperty("pageInfo");
        Assert.True(cursor.GetProperty("hasNextPage").GetBoolean());
        Assert.Equal([ids[0]], await PageAsync(ada, $"first: 2, after: \"{cursor.GetProperty("endCursor").GetString()}\""));
        Assert.Equal([ids[1], ids[0]], await PageAsync(ada, "last: 2"));
        Assert.Empty(await PageAsync(bob, "first: 2"));
    }

    [StoreFact]
    public async Task What_nobody_came_back_for_is_removed_after_a_day()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var (forgotten, looked) = (await ada.UploadAsync(File), await ada.UploadAsync(File));
        await ada.StartAsync(looked, preview: true);
        await ada.WaitForAsync(looked, "COMPLETED");
        var sweeper = new UploadSweeper(
            application.Services.GetRequiredService<ImportStore>(), application.Services.GetRequiredService<UploadFolder>(), application.Time,
            application.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ImportOptions>>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<UploadSweeper>.Instance);

        await sweeper.SweepAsync(CancellationToken.None);
        Assert.Equal(2, (await PageAsync(ada, "first: 9")).Count);
        application.Time.Advance(TimeSpan.FromHours(25));
        await sweeper.SweepAsync(CancellationToken.None);

        Assert.Empty(await PageAsync(ada, "first: 9"));
        // The application's own sweeper wakes as well, and whichever of the two took the imports removes their files.
        await Eventually.IsTrueAsync(() => Directory.GetDirectories(Path.Combine(application.Files, "uploads")).Length == 0, "their files are removed");
        Assert.NotEqual(forgotten, looked);
    }

    private static async Task<int> PlaysAsync(ApiClient client)
    {
        var coverage = (await client.QueryAsync("{ me { coverage { plays } } }")).GetProperty("me").GetProperty("coverage");
        return coverage.ValueKind == System.Text.Json.JsonValueKind.Null ? 0 : coverage.GetProperty("plays").GetInt32();
    }

    private static async Task<List<string>> PageAsync(ApiClient client, string arguments) =>
        [.. (await client.QueryAsync($"{{ me {{ imports({arguments}) {{ nodes {{ id }} }} }} }}")).GetProperty("me").GetProperty("imports").GetProperty("nodes")
            .EnumerateArray().Select(import => import.GetProperty("id").GetString()!)];
}
