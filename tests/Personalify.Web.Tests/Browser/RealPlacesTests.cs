using System.Net.Http.Json;
using System.Text.Json;
using Personalify.Web.Formatting;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>The figures of places over three real exports, where the machine has them: page, GraphQL and the naive reading agree.</summary>
public abstract class RealPlacesTests(Dashboard dashboard, string export)
{
    private const long ThirtySeconds = 30_000;
    private readonly NaiveHistory _history = File.Exists(Path(export)) ? NaiveHistory.Read(File.ReadAllBytes(Path(export))) : NaiveHistory.Read(SampleExport.Zip());

    public static string Path(string export) => RepositoryFiles.Path("..", "shared", "data", "exports", export);

    [RealPlacesFact]
    public async Task A_place_shows_what_GraphQL_says_and_what_the_rows_add_up_to()
    {
        await using var window = await dashboard.OpenAsync();
        await window.MakeFirstAccountAsync();
        await window.ChooseFilesAsync(export, await File.ReadAllBytesAsync(Path(export)));
        await window.ImportAsync();
        using var api = await SignInAsync();

        foreach (var (play, least) in new[] { ("any", 0L), ("30s", ThirtySeconds) })
        {
            await CompareAsync(window, api, "artists", play, _history.Artists(least));
            await CompareAsync(window, api, "tracks", play, _history.Tracks(least));
            await CompareAsync(window, api, "albums", play, _history.Albums(least));
        }

        Assert.Empty(window.Complaints);
    }

    // The first of the list, one from its middle and the last that it shows.
    private static async Task CompareAsync(BrowserWindow window, HttpClient api, string kind, string play, IReadOnlyList<NaiveFigures> expected)
    {
        foreach (var rank in new[] { 1, 13, 25 }.Where(rank => rank <= expected.Count))
        {
            await window.GoAsync($"/top/{kind}?period=all&play={play}");
            var link = window.Page.Locator(".rank .name").Nth(rank - 1);
            Assert.Equal(expected[rank - 1].Name, (await link.InnerTextAsync()).Trim());
            await window.GoAsync((await link.GetAttributeAsync("href"))!);

            var (number, unit) = Format.Whole(expected[rank - 1].MsPlayed);
            Assert.Equal([$"{number} {unit}", Format.Number(expected[rank - 1].Plays), $"{rank}"], (await FiguresAsync(window))[..3]);
            Assert.Equal((expected[rank - 1].Plays, expected[rank - 1].MsPlayed, rank), await AskAsync(api, new Uri(window.Page.Url), play));
        }
    }

    private static async Task<string[]> FiguresAsync(BrowserWindow window) =>
        [.. (await window.Page.Locator(".figure .num").AllInnerTextsAsync()).Select(text => text.Replace('\u202f', ' ').Trim())];

    private static async Task<(int Plays, long MsPlayed, int Rank)> AskAsync(HttpClient api, Uri place, string play)
    {
        const string listening = "listening(play: $play) { rank totals { plays msPlayed } }";
        var answer = await SendAsync(
            api,
            $"query($id: ID!, $play: PlayDefinition!) {{ node(id: $id) {{ ... on Artist {{ {listening} }} ... on Album {{ {listening} }} ... on Track {{ {listening} }} }} }}",
            new { id = Uri.UnescapeDataString(place.Segments[^1]), play = play == "any" ? "ANY" : "THIRTY_SECONDS" });
        var found = answer.GetProperty("node").GetProperty("listening");
        var totals = found.GetProperty("totals");
        return (totals.GetProperty("plays").GetInt32(), totals.GetProperty("msPlayed").GetInt64(), found.GetProperty("rank").GetInt32());
    }

    private static async Task<JsonElement> SendAsync(HttpClient api, string query, object variables)
    {
        using var response = await api.PostAsJsonAsync("graphql", new { query, variables });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
    }

    private async Task<HttpClient> SignInAsync()
    {
        var api = new HttpClient { BaseAddress = dashboard.Api };
        const string signIn = "mutation($name: String!, $password: String!) { signIn(input: { name: $name, password: $password }) { session { token } } }";
        var session = (await SendAsync(api, signIn, new { name = Visitor.Name, password = Visitor.Password })).GetProperty("signIn").GetProperty("session");
        api.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("token").GetString());
        return api;
    }
}

public sealed class EndsongPlacesTests(Dashboard dashboard) : RealPlacesTests(dashboard, "listener-a-endsong-generation.zip"), IClassFixture<Dashboard>;

public sealed class ExtendedPlacesTests(Dashboard dashboard) : RealPlacesTests(dashboard, "listener-b-extended.zip"), IClassFixture<Dashboard>;

public sealed class AccountDataPlacesTests(Dashboard dashboard) : RealPlacesTests(dashboard, "listener-c-account-data.zip"), IClassFixture<Dashboard>;

/// <summary>The exports are of people who gave them away for reading only, so that they are not part of the repository.</summary>
internal sealed class RealPlacesFactAttribute : FactAttribute
{
    public RealPlacesFactAttribute() => Skip = Browsers.ReasonToSkip
        ?? (File.Exists(RealPlacesTests.Path("listener-c-account-data.zip")) ? null : "The exports are not on this machine (../shared/data/exports).");
}
