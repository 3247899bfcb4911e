using System.Text.Json;
using Personalify.Api.Tests.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>The tracks that are shown for a mood, and their order.</summary>
public sealed class TypicalTracksTests
{
    /// <summary>Seven moods, one that is not sure, and one that is not known; every tenth is corrected.</summary>
    private const string Titles =
        """
        UPDATE tracks SET name = (ARRAY[
            'Anger', 'Disgust', 'Fear', 'Joy', 'Neutral', 'Sadness', 'Surprise', 'Perhaps Joy', 'Lanterns'])[1 + id % 9]
            || ' ' || id;
        INSERT INTO mood_corrections (user_id, identity, mood, artist_name, name, corrected_at)
        SELECT 1, spotify_id, id % 7, 'Artist', name, now() FROM tracks WHERE user_id = 1 AND id % 10 = 0;
        """;

    [StoreFact]
    public async Task Typical_tracks_are_corrected_ones_first_then_the_surest_then_those_heard_most()
    {
        const string Typical =
            """
            { me { moods(play: ANY) { joy: typicalTracks(mood: JOY, first: 50) { probability isCorrected plays msPlayed track { id name mood { mood } } }
              first: typicalTracks(mood: JOY, first: 2) { track { id } } none: typicalTracks(mood: NEUTRAL, first: 1) { isCorrected } } } }
            """;

        await using var home = await MoodHome.StartAsync(new GivenMoodModel());
        await home.Database.ExecuteAsync(Titles);
        await home.Database.AddAsync(UserId, RandomPlays.Make(3_000, seed: 5));
        await home.ScoreAsync();

        var moods = (await home.Ada.QueryAsync(Typical)).GetProperty("me").GetProperty("moods");

        var joy = moods.GetProperty("joy").EnumerateArray().ToList();
        Assert.All(joy, track => Assert.Equal("JOY", track.GetProperty("track").GetProperty("mood").Text("mood")));
        Assert.Equal(joy.Select(Rank).OrderDescending(), joy.Select(Rank));
        Assert.Equal(
            await home.Database.ReadAsync<long>(
                """
                SELECT count(DISTINCT track.id) FROM plays AS play
                JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
                LEFT JOIN mood_corrections AS correction ON correction.user_id = 1 AND correction.identity = track.spotify_id
                LEFT JOIN mood_scores AS score ON score.user_id = 1 AND score.track_id = track.id
                WHERE play.user_id = 1 AND NOT play.is_superseded AND coalesce(correction.mood, score.mood) = 3
                """),
            joy.Count);
        Assert.Contains(joy, track => track.GetProperty("isCorrected").GetBoolean());
        Assert.Equal(joy.Take(2).Select(Id), moods.GetProperty("first").EnumerateArray().Select(Id));
        Assert.All(moods.GetProperty("none").EnumerateArray(), track => Assert.True(track.GetProperty("isCorrected").GetBoolean()));
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
    public async Task Of_several_tracks_of_an_artist_with_one_name_that_with_most_plays_stands_for_all()
    {
        await using var home = await MoodHome.StartAsync();
        await home.Database.ExecuteAsync("UPDATE tracks SET artist_id = 1, name_key = 'I love you so much' WHERE id IN (7, 14)");
        await home.ScoreAsync();
        await home.Database.AddAsync(UserId, new GivenPlay("2024-03-01T10:00:00Z", 7),
            new GivenPlay("2024-03-01T11:00:00Z", 14), new GivenPlay("2024-03-01T12:00:00Z", 14));

        var data = await home.Ada.QueryAsync("{ me { moods { typicalTracks(mood: JOY, first: 50) { plays track { id } } } } }");

        Assert.Equal(
            $$"""[{"plays":2,"track":{"id":"{{MoodHome.TrackId(14)}}"} }]""".Replace("} }", "}}", StringComparison.Ordinal),
            data.GetProperty("me").GetProperty("moods").GetProperty("typicalTracks").GetRawText());
    }

    private static (bool, double, int) Rank(JsonElement track) => (
        track.GetProperty("isCorrected").GetBoolean(),
        track.GetProperty("probability") is { ValueKind: JsonValueKind.Number } probability ? probability.GetDouble() : -1,
        track.GetProperty("plays").GetInt32());

    private static string? Id(JsonElement track) => track.GetProperty("track").Text("id");

}