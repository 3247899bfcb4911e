using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Listening;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>Plays by mood are what plain SQL counts of plays and scores, by the listener's clock and definition of a play.</summary>
public sealed class ListenedMoodsTests : IAsyncLifetime
{
    private const string Query =
        """
        query($period: PeriodInput, $play: PlayDefinition!, $by: MoodGrouping!) { me { moods(period: $period, play: $play, by: $by) {
          groups(first: 200) { hour weekday month artist { id } plays msPlayed
            moods { mood plays msPlayed } cannotTell { plays msPlayed } notRead { plays msPlayed } } } } }
        """;

    /// <summary>
    /// Every title again, with other words: seven moods, one that is not sure, and one that is not known; every tenth is corrected.
    /// </summary>
    private const string Titles =
        """
        UPDATE tracks SET name = (ARRAY[
            'Anger', 'Disgust', 'Fear', 'Joy', 'Neutral', 'Sadness', 'Surprise', 'Perhaps Joy', 'Lanterns'])[1 + id % 9]
            || ' ' || id;
        INSERT INTO mood_corrections (user_id, identity, mood, artist_name, name, corrected_at)
        SELECT 1, spotify_id, id % 7, 'Artist', name, now() FROM tracks WHERE user_id = 1 AND id % 10 = 0;
        """;

    private static readonly (string By, string Key)[] Keys =
    [
        ("TOTAL", "0"), ("HOUR", "extract(hour FROM local)::int"), ("WEEKDAY", "extract(isodow FROM local)::int"),
        ("MONTH", "extract(year FROM local)::int * 12 + extract(month FROM local)::int - 1"), ("ARTIST", "artist_id"),
    ];

    private PersonalifyApplication _application = null!;
    private ListeningDatabase _database = null!;
    private ApiClient _ada = null!, _bob = null!;

    public async Task InitializeAsync()
    {
        var model = new GivenMoodModel();
        _application = await MoodsApi.StartAsync(model);
        _ada = await _application.ConnectAsAsync("ada");
        _bob = await _application.ConnectAsAsync("bob", by: _ada);
        _database = await ListeningDatabase.OfAsync(_application.ConnectionString);
        await _database.ExecuteAsync("UPDATE users SET time_zone = 'Asia/Kathmandu' WHERE id = 1");
        await _database.ExecuteAsync(Titles);
        await _database.AddAsync(1, RandomPlays.Make(3_000, seed: 5));
        await _database.AddAsync(2, RandomPlays.Make(300, seed: 6));
        var scorer = _application.Services.GetRequiredService<MoodScorer>();
        foreach (var user in (int[])[1, 2])
            await scorer.ScoreAsync(_application.Services.GetRequiredService<MoodScoresStore>(), user, CancellationToken.None);
        await _database.ExecuteAsync("DELETE FROM mood_scores WHERE user_id = 1 AND track_id % 13 = 0");
    }

    public async Task DisposeAsync()
    {
        _ada.Dispose();
        _bob.Dispose();
        await _database.DisposeAsync();
        await _application.DisposeAsync();
    }

    [StoreFact]
    public async Task Plays_and_milliseconds_by_mood_are_what_plain_SQL_counts()
    {
        foreach (var (by, key) in Keys)
        {
            await CompareAsync(by, key, null, null, "ANY", "true");
            await CompareAsync(by, key, "2023-05-03", "2024-02-20", "THIRTY_SECONDS", "ms_played >= 30000");
        }
    }

    private async Task CompareAsync(string by, string key, string? from, string? to, string play, string counts)
    {
        var data = await _ada.QueryAsync(Query, new { period = new { from, to }, play, by });
        var groups = data.GetProperty("me").GetProperty("moods").GetProperty("groups").EnumerateArray().Select(group => Line(group, by));

        Assert.Equal(await CountAsync(key, from ?? "1900-01-01", to ?? "2100-01-01", counts), groups.Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task Another_listeners_plays_scores_and_corrections_do_not_count()
    {
        var before = await TotalAsync(_bob);

        await _database.ExecuteAsync("UPDATE mood_scores SET mood = 0 WHERE user_id = 1; UPDATE mood_corrections SET mood = 2 WHERE "
            + "user_id = 1");

        Assert.Equal(before, await TotalAsync(_bob));
        Assert.Equal("null", (await _bob.SendAsync(
            $"{{ user: node(id: \"{GlobalId.Of("User", 1)}\") {{ ... on User {{ moods {{ groups {{ plays }} }} }} }} }}")).GetProperty(
                "data").GetProperty("user").GetRawText());
    }

    [StoreFact]
    public async Task Typical_tracks_are_corrected_ones_first_then_the_surest_then_those_heard_most()
    {
        const string Typical =
            """
            { me { moods(play: ANY) { joy: typicalTracks(mood: JOY, first: 50) { probability isCorrected plays msPlayed track { id name mood { mood } } }
              first: typicalTracks(mood: JOY, first: 2) { track { id } } none: typicalTracks(mood: NEUTRAL, first: 1) { isCorrected } } } }
            """;

        var moods = (await _ada.QueryAsync(Typical)).GetProperty("me").GetProperty("moods");

        var joy = moods.GetProperty("joy").EnumerateArray().ToList();
        Assert.All(joy, track => Assert.Equal("JOY", track.GetProperty("track").GetProperty("mood").Text("mood")));
        Assert.Equal(joy.Select(Rank).OrderDescending(), joy.Select(Rank));
        Assert.Equal(
            await _database.ReadAsync<long>(
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
    public async Task More_tracks_than_are_given_out_are_refused_with_a_code()
    {
        var response = await _ada.SendAsync("{ me { moods { typicalTracks(mood: JOY, first: 51) { plays } } } }");

        var error = response.GetProperty("errors")[0];
        Assert.Equal("INVALID_SIZE", error.GetProperty("extensions").Text("code"));
        Assert.Contains("1 to 50", error.Text("message"), StringComparison.Ordinal);
    }

    private static (bool, double, int) Rank(JsonElement track) => (
        track.GetProperty("isCorrected").GetBoolean(),
        track.GetProperty("probability") is { ValueKind: JsonValueKind.Number } probability ? probability.GetDouble() : -1,
        track.GetProperty("plays").GetInt32());

    private static string? Id(JsonElement track) => track.GetProperty("track").Text("id");

    private static async Task<string> TotalAsync(ApiClient client) =>
        (await client.QueryAsync(Query, new { play = "ANY", by = "TOTAL" })).GetRawText();

    private static string Line(JsonElement group, string by)
    {
        var key = by switch
        {
            "HOUR" => group.GetProperty("hour").GetRawText(),
            "WEEKDAY" => $"{(int)Enum.Parse<Domain.Listening.Weekday>(group.Text("weekday")!, ignoreCase: true)}",
            "MONTH" => DateOnly.Parse(group.Text("month")!, null) is var month ? $"{(month.Year * 12) + month.Month - 1}" : "",
            "ARTIST" => group.GetProperty("artist").Text("id")!,
            _ => "0",
        };
        string[] names = ["cannotTell", "notRead"];
        var amounts = group.GetProperty("moods").EnumerateArray().Concat(names.Select(name => group.GetProperty(name)));
        return $"{key}: {string.Join(' ', amounts.Select(amount => $"{amount.GetProperty("plays")}/{amount.GetProperty("msPlayed")}"))}";
    }

    /// <summary>The answers are numbered 0 to 6 as moods are, 7 cannot tell, 8 not read.</summary>
    private async Task<IEnumerable<string>> CountAsync(string key, string from, string to, string counts)
    {
        await using var command = _database.Source.CreateCommand(
            $"""
            SELECT key, string_agg(plays || '/' || ms, ' ' ORDER BY answer) FROM (
                SELECT key, number AS answer, count(answer) FILTER (WHERE answer = number) AS plays,
                    coalesce(sum(ms_played) FILTER (WHERE answer = number), 0) AS ms
                FROM (
                    SELECT {key} AS key, ms_played,
                        CASE WHEN corrected IS NOT NULL THEN corrected WHEN mood IS NOT NULL THEN mood WHEN is_read THEN 7 ELSE 8 END
                            AS answer
                    FROM (
                        SELECT play.ms_played, track.artist_id, correction.mood AS corrected, score.mood,
                            score.track_id IS NOT NULL AS is_read,
                            play.ended_at AT TIME ZONE 'Asia/Kathmandu' AS local
                        FROM plays AS play
                        JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
                        LEFT JOIN mood_scores AS score ON score.user_id = play.user_id AND score.track_id = play.track_id
                        LEFT JOIN mood_corrections AS correction
                            ON correction.user_id = play.user_id AND correction.identity = track.spotify_id
                        WHERE play.user_id = 1 AND NOT play.is_superseded
                    ) AS play
                    WHERE local >= $1::date AND local < $2::date + 1 AND {counts}
                ) AS play, generate_series(0, 8) AS number
                GROUP BY key, number
            ) AS sums GROUP BY key
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = DateOnly.Parse(from, null) });
        command.Parameters.Add(new NpgsqlParameter { Value = DateOnly.Parse(to, null) });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add($"{(key == "artist_id" ? GlobalId.Of("Artist", 1, reader.GetInt32(0)) : reader.GetInt32(0))}: {reader.GetString(1)}");
        return lines.Order(StringComparer.Ordinal);
    }
}
