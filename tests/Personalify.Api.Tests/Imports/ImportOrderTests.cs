using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class ImportOrderTests
{
    private static readonly GivenRow Common = new("2024-03-01T10:00:20Z");

    /// <summary>They overlap, disagree about circumstances and names, and the third is the account data of the same days.</summary>
    private static readonly GivenFile[] Files =
    [
        GivenFile.Extended(
            Common with { Skipped = null, ReasonStart = "clickrow" }, new GivenRow("2024-03-02T10:00:00Z", "Harbour"), new GivenRow("2024-03-05T10:00:00Z", "Signals")),
        GivenFile.Extended(
            Common with { Skipped = true, ReasonStart = "" }, new GivenRow("2024-04-05T10:00:00Z", "Signals") { Album = "Signals (Deluxe)" },
            new GivenRow("2024-03-09T10:00:00Z", "Signals") { Album = "Signals, Live" }),
        GivenFile.Account(Common, new GivenRow("2024-03-03T10:00:00Z", "Harbour"), new GivenRow("2024-03-02T10:00:40Z", "Harbour")),
    ];

    [StoreTheory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    public async Task The_order_of_imports_makes_no_difference(params int[] order)
    {
        await using var one = await ImportHome.CreateAsync();
        await one.ImportAsync(Files);
        await using var many = await ImportHome.CreateAsync();

        foreach (var number in order) await many.ImportAsync(Files[number]);

        Assert.Equal(await one.DumpAsync(), await many.DumpAsync());
        Assert.Equal(0, await many.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task A_listeners_newest_names_win_and_another_listeners_do_not_matter()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z")));
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2023-03-01T10:00:00Z") { Artist = "Someone else" }));

        await home.ImportAsync(ImportHome.Bob, preview: false,
            GivenFile.Extended(new GivenRow("2026-01-01T10:00:00Z") { Artist = "M. Quill", Album = "Late" }));

        const string names =
            """
            SELECT string_agg(artist.name || ' / ' || album.name, ', ' ORDER BY track.user_id) FROM tracks AS track
            JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
            JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
            """;
        Assert.Equal("Mara Quill / Paper Lanterns, M. Quill / Late", await home.ReadAsync<string>(names));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    [StoreFact]
    public async Task A_name_with_marks_that_nobody_sees_is_the_same_artist()
    {
        await using var home = await ImportHome.CreateAsync();

        await home.ImportAsync(GivenFile.Extended(
            new GivenRow("2024-03-01T10:00:00Z", "One") { Artist = "Beyonce\u0301" }, new GivenRow("2024-03-02T10:00:00Z", "Two") { Artist = "\u200eBeyonc\u00e9 " }));
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-03T10:00:00Z", "Three") { Artist = "Beyonc\u00e9" }));

        Assert.Equal("Beyonc\u00e9|3", await home.ReadAsync<string>(
            "SELECT artists.name || '|' || count(*) FROM tracks JOIN artists "
            + "ON artists.user_id = tracks.user_id AND artists.id = artist_id GROUP BY artists.name"));
    }
}
