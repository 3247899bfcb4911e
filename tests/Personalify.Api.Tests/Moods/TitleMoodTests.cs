using System.Text.Json;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>Any title, by the model that comes with the program and by others.</summary>
public sealed class TitleMoodTests
{
    private const string Many =
        "query($titles: [String!]!) { titleMoods(titles: $titles) { title name mood mostProbable confidence probabilities { joy } words { "
            + "word share } } }";

    [StoreFact]
    public async Task The_model_that_comes_with_the_program_tells_titles_whose_words_it_knows_and_no_others()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        string[] titles =
        [
            "I Love You So Much (feat. Mara) - Remastered 2011", "", "   ", "愛してる", "Люблю", "🎉🎉🎉", "\u202eevol\u202c", "Track 5", new('a',
                1_000),
        ];

        var moods = (await ada.QueryAsync(Many, new { titles })).GetProperty("titleMoods").EnumerateArray().ToList();

        Assert.Equal(titles, moods.Select(mood => mood.Text("title")));
        Assert.Equal(("I Love You So Much", "JOY", "JOY"), (moods[0].Text("name"), moods[0].Text("mood"), moods[0].Text("mostProbable")));
        Assert.InRange(moods[0].GetProperty("confidence").GetDouble(), 0.5, 1);
        Assert.Contains(moods[0].GetProperty("words").EnumerateArray(), word => word.Text("word") == "Love");
        Assert.All(moods.Skip(1), mood => Assert.Equal((null, 0), (mood.Text("mood"), mood.GetProperty("words").GetArrayLength())));
    }

    [StoreFact]
    public async Task The_model_says_who_it_is_how_good_and_from_which_probability_it_tells()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var model = (await ada.QueryAsync(
            "{ moodModel { provider name version isRemote threshold languages card { macroF1 microF1 calibrationError titleValenceAuc "
                + "trainedOn } } }"))
            .GetProperty("moodModel");

        Assert.Equal(("local", "titles", false, 0.5), (
            model.Text("provider"), model.Text("name"), model.GetProperty("isRemote").GetBoolean(),
                model.GetProperty("threshold").GetDouble()));
        var card = await File.ReadAllTextAsync(Path.Combine(DevStack.Repository.Root, "docs", "mood-model.md"));
        Assert.Contains($"`{model.Text("version")}`", card, StringComparison.Ordinal);
        foreach (var figure in (string[])["macroF1", "microF1", "calibrationError", "titleValenceAuc"])
            Assert.Contains(model.GetProperty("card").GetProperty(figure).GetRawText(), card, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_model_that_is_away_and_who_is_not_signed_in_are_told_apart_by_their_codes()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel { Failure = new MoodModelException("It is resting.") });
        using var ada = await application.ConnectAsAsync("ada");
        using var stranger = application.Connect();

        Assert.Equal("MOOD_MODEL_AWAY", await CodeAsync(ada, ["Joy"]));
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await CodeAsync(stranger, ["Joy"]));
    }

    [StoreFact]
    public async Task Health_names_a_model_that_cannot_answer()
    {
        var model = new GivenMoodModel();
        await using var application = await MoodsApi.StartAsync(model);
        using var client = application.Connect();

        var up = await client.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        model.Failure = new MoodModelException("It is resting.");
        var away = await client.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Contains("""{"name":"mood","status":"up",""", up, StringComparison.Ordinal);
        Assert.Contains("""{"name":"mood","status":"away",""", away, StringComparison.Ordinal);
        Assert.StartsWith("""{"status":"ready",""", away, StringComparison.Ordinal);
    }

    private static async Task<string?> CodeAsync(ApiClient client, string[] titles) =>
        (await client.SendAsync(Many, new { titles })).GetProperty("errors")[0].GetProperty("extensions").Text("code");
}
