using System.Text.Json;
using Personalify.Api.Tests.Listening;
using Personalify.Domain.Moods;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>Fields of moods: what they say of titles, and what may be asked of them.</summary>
public sealed class MoodFieldTests
{
    private const string Titles =
        "query($titles: [String!]!) { titleMoods(titles: $titles) { title mood probabilities { joy } words { word } } }";

    [StoreTheory]
    [InlineData(100, 1000, null)]
    [InlineData(101, 1, "INVALID_SIZE")]
    [InlineData(1, 1001, "INVALID_TEXT")]
    public async Task So_many_titles_of_so_many_characters_are_read(int count, int characters, string? code)
    {
        await using var home = await MoodHome.StartAsync();

        var response = await home.Ada.SendAsync(Titles, new { titles = Enumerable.Repeat(new string('a', characters), count) });

        Assert.Equal(code, CodeOf(response));
    }

    [StoreTheory]
    [InlineData("{ me { moods { typicalTracks(mood: JOY, first: 50) { plays } } } }", null)]
    [InlineData("{ me { moods { typicalTracks(mood: JOY, first: 51) { plays } } } }", "INVALID_SIZE")]
    [InlineData("{ me { moods { typicalTracks(mood: JOY, first: 0) { plays } } } }", "INVALID_SIZE")]
    [InlineData("{ titleMood(title: \"Joy\") { words(first: 50) { word } } }", null)]
    [InlineData("{ titleMood(title: \"Joy\") { words(first: 51) { word } } }", "INVALID_SIZE")]
    [InlineData("{ titleMood(title: \"Joy\") { words(first: 0) { word } } }", "INVALID_SIZE")]
    [InlineData("{ me { moods(by: ARTIST) { groups(first: 0) { plays } } } }", null)]
    [InlineData("{ me { moods(period: { from: \"2024-02-01\", to: \"2024-01-01\" }) { groups { plays } } } }", "INVALID_PERIOD")]
    public async Task What_cannot_be_asked_is_told_by_a_code(string query, string? code)
    {
        await using var home = await MoodHome.StartAsync();

        Assert.Equal(code, CodeOf(await home.Ada.SendAsync(query)));
    }

    [StoreFact]
    public async Task Words_of_a_model_that_is_no_longer_in_use_are_not_given_for_it()
    {
        await using var home = await MoodHome.StartAsync();
        await home.Database.ExecuteAsync("UPDATE tracks SET name = 'Joy of June' WHERE id = 7");
        await home.ScoreAsync(model: new GivenMoodModel("old"));

        var track = await home.Ada.QueryAsync(
            "query($id: ID!) { track(id: $id) { mood { mood confidence model { provider version } words { word } } } }",
            new { id = MoodHome.TrackId(7) });

        Assert.Equal(
            """{"mood":"JOY","confidence":0.9,"model":{"provider":"onnx","version":"1"},"words":[]}""",
            track.GetProperty("track").GetProperty("mood").GetRawText());
    }

    private static string? CodeOf(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}
