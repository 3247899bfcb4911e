using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class ImportUndoTests
{
    private static readonly GivenFile First = GivenFile.Json(
        "endsong_0.json", new GivenRow("2024-03-01T10:00:20Z") { ReasonStart = "clickrow" }.Extended(), new GivenRow("2024-03-02T10:00:00Z", "Harbour").Extended(),
        GivenRow.Episode("2024-03-01T11:00:00Z", "One"), GivenRow.Episode("2024-03-01T12:00:00Z", "Two"));

    private static readonly GivenFile Second = GivenFile.Json(
        "endsong_1.json", new GivenRow("2024-03-01T10:00:20Z") { ReasonStart = "trackdone", Skipped = true }.Extended(),
        new GivenRow("2024-04-02T10:00:00Z", "Harbour").Extended(), GivenRow.Episode("2024-03-01T11:00:00Z", "One"), GivenRow.Chapter("2024-03-01T13:00:00Z", "First"));

    private static readonly GivenFile Third = GivenFile.Account(new GivenRow("2024-03-01T10:00:20Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour"));

    [StoreFact]
    public async Task Undoing_the_last_import_gives_back_the_state_before_it()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(First);
        var before = await home.DumpPlaysAsync();

        await home.ImportAsync(Second);
        Assert.NotEqual(before, await home.DumpPlaysAsync());
        await home.UndoAsync(number: 2);

        Assert.Equal(before, await home.DumpPlaysAsync());
    }

    [StoreTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Undoing_any_import_is_as_if_it_had_never_been(int undone)
    {
        GivenFile[] files = [First, Second, Third];
        await using var expected = await ImportHome.CreateAsync();
        foreach (var file in files.Where((_, index) => index + 1 != undone)) await expected.ImportAsync(file);
        await using var home = await ImportHome.CreateAsync();
        foreach (var file in files) await home.ImportAsync(file);

        await home.UndoAsync(undone);

        Assert.Equal(await expected.DumpAsync(), await home.DumpAsync());
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task When_everything_is_undone_no_play_is_left()
    {
        await using var home = await ImportHome.CreateAsync();
        foreach (var file in (GivenFile[])[First, Second, First, Third]) await home.ImportAsync(file);

        foreach (var import in (int[])[2, 4, 1, 3]) await home.UndoAsync(import);

        Assert.Equal("", await home.DumpPlaysAsync());
    }
}
