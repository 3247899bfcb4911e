using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class ImportPreviewTests
{
    private static readonly GivenFile[] Files =
    [
        GivenFile.Extended(new GivenRow("2024-03-01T10:00:20Z"), new GivenRow("2024-03-01T10:00:20Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour")),
        GivenFile.Account(new GivenRow("2024-03-01T10:00:20Z"), new GivenRow("2024-03-07T10:00:20Z", "Signals")),
    ];

    [StoreFact]
    public async Task A_preview_says_what_the_import_will_say()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-02T10:00:00Z", "Harbour"), new GivenRow("2024-03-07T10:00:59Z", "Signals")));

        var preview = await home.PreviewAsync(Files);
        var import = await home.ImportAsync(Files);

        Assert.Equal((1, 3), (import.Added, import.AlreadyThere));
        Assert.Equivalent(import with { Seconds = 0 }, preview with { Seconds = 0 }, strict: true);
    }

    [StoreFact]
    public async Task A_preview_writes_nothing()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.PreviewAsync(Files);

        Assert.Equal("", await home.DumpAsync());
        Assert.Equal(0, await home.ReadAsync<int>("SELECT (SELECT count(*) FROM artists)::int + (SELECT count(*) FROM tracks)::int + (SELECT count(*) FROM play_observations)::int"));
    }
}
