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

    [StoreFact]
    public async Task Titles_are_answered_in_their_order_and_most_with_cannot_tell()
    {
        await using var home = await MoodHome.StartAsync();
        string[] titles = ["I love you so much", "", "夜明けのスキャット", "🎵🎵", "Untitled 7", "I hate you, liar"];

        var answers = (await home.Ada.QueryAsync(Titles, new { titles })).GetProperty("titleMoods").EnumerateArray().ToList();

        Assert.Equal(titles, answers.Select(answer => answer.GetProperty("title").GetString()));
        Assert.Equal(["JOY", null, null, null], answers.Take(4).Select(answer => answer.GetProperty("mood").GetString()));
        Assert.Equal("ANGER", answers[5].GetProperty("mood").GetString());
        Assert.Contains("love", answers[0].GetProperty("words").ToString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answers[2].GetProperty("probabilities").ValueKind);
    }

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
    public async Task Who_is_not_signed_in_asks_for_no_title()
    {
        await using var home = await MoodHome.StartAsync();
        using var stranger = home.Application.Connect();

        foreach (var query in (string[])["{ titleMood(title: \"Joy\") { mood } }", "{ titleMoods(titles: [\"Joy\"]) { mood } }"])
            Assert.NotNull(CodeOf(await stranger.SendAsync(query)));
    }

    [StoreFact]
    public async Task Typical_tracks_are_corrected_ones_then_the_most_probable_and_heard_in_the_period()
    {
        await using var home = await MoodHome.StartAsync();
        await home.ScoreAsync();
        await home.Database.AddAsync(UserId, Enumerable.Range(1, 21).Select(track => new GivenPlay("2024-03-01T10:00:00Z", track)));
        await home.Database.AddAsync(UserId, new GivenPlay("2024-05-01T10:00:00Z", 28));
        await MoodHome.CorrectAsync(home.Ada, MoodHome.TrackId(6), "JOY");

        var data = await home.Ada.QueryAsync(
            """
            { me { moods(period: { from: "2024-03-01", to: "2024-03-31" }) { typicalTracks(mood: JOY, first: 50) {
              isCorrected plays track { id name mood { mood } } } } } }
            """);

        var tracks = data.GetProperty("me").GetProperty("moods").GetProperty("typicalTracks").EnumerateArray().ToList();
        Assert.Equal(
            [MoodHome.TrackId(6), MoodHome.TrackId(7), MoodHome.TrackId(14), MoodHome.TrackId(21)],
            tracks.Select(typical => typical.GetProperty("track").GetProperty("id").GetString()));
        Assert.Equal([true, false, false, false], tracks.Select(typical => typical.GetProperty("isCorrected").GetBoolean()));
    }

    [StoreFact]
    public async Task Words_of_a_model_that_is_no_longer_in_use_are_not_given_for_it()
    {
        await using var home = await MoodHome.StartAsync();
        await home.ScoreAsync(model: new GivenModel("old", Mood.Joy));

        var track = await home.Ada.QueryAsync(
            "query($id: ID!) { track(id: $id) { mood { mood confidence model { provider version } words { word } } } }",
            new { id = MoodHome.TrackId(7) });

        Assert.Equal(
            """{"mood":"JOY","confidence":0.9,"model":{"provider":"given","version":"old"},"words":[]}""",
            track.GetProperty("track").GetProperty("mood").GetRawText());
    }

    private static string? CodeOf(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;
}
