using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Tests.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// Whatever period, zone, definition and grouping: the moods of plays are those that plain SQL counts, with Postgres's own calendar.
/// </summary>
public sealed class MoodsAgainstSqlTests : IAsyncLifetime
{
    private const int Cases = 60;

    private const string Query =
        """
        query($period: PeriodInput, $play: PlayDefinition!, $by: MoodGrouping!) {
          me { moods(period: $period, play: $play, by: $by) { groups {
          hour weekday month artist { name } plays msPlayed moods { plays msPlayed playsShare msShare }
          cannotTell { plays msPlayed playsShare msShare } notRead { plays msPlayed playsShare msShare }
        } } } }
        """;

    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati"];
    private static readonly string[] Definitions = ["ANY", "THIRTY_SECONDS", "FINISHED"];
    private static readonly string[] Groupings = ["TOTAL", "HOUR", "WEEKDAY", "MONTH", "ARTIST"];

    private MoodHome _home = null!;
    private string _sql = null!;

    public async Task InitializeAsync()
    {
        _home = await MoodHome.StartAsync();
        await _home.Database.AddAsync(UserId, RandomPlays.Make(3000, seed: 1));
        await _home.Database.AddAsync(OtherUserId, RandomPlays.Make(500, seed: 2));
        _sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Moods", "moods.sql"));
        await _home.ScoreAsync(UserId);
        await _home.ScoreAsync(OtherUserId);
        await _home.Database.ExecuteAsync("DELETE FROM mood_scores WHERE track_id % 11 = 3");
        foreach (var (track, mood) in ((int, string)[])[(2, "FEAR"), (3, "JOY"), (9, "NEUTRAL"), (14, "ANGER")])
            await MoodHome.CorrectAsync(_home.Ada, MoodHome.TrackId(track), mood);
    }

    public async Task DisposeAsync() => await _home.DisposeAsync();

    [StoreFact]
    public async Task Every_figure_is_what_plain_SQL_counts()
    {
        var (random, seen) = (new Random(3), new HashSet<string>());
        for (var i = 0; i < Cases; i++)
        {
            var (zone, play) = (Zones[random.Next(Zones.Length)], Definitions[random.Next(Definitions.Length)]);
            var by = Groupings[i % Groupings.Length];
            var (from, to) = RandomPeriod(random);
            await _home.Database.ExecuteAsync($"UPDATE users SET time_zone = '{zone}' WHERE id = {UserId}");

            var data = await _home.Ada.QueryAsync(Query, new { period = new { from, to }, play, by });

            var expected = await CountAsync(zone, play, from, to, by);
            Assert.Equal(expected, Lines(data, by));
            seen.UnionWith(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')[1]));
        }

        Assert.Superset(new HashSet<string>(["0", "2", "3", "4", "7", "8"]), seen);
    }

    [StoreFact]
    public async Task Shares_of_a_group_add_up_to_one_and_its_plays_are_those_of_listening()
    {
        var data = await _home.Ada.QueryAsync(Query, new { period = (object?)null, play = "THIRTY_SECONDS", by = "TOTAL" });
        var listening = await _home.Ada.QueryAsync("{ me { listening { totals { plays msPlayed } } } }");

        var group = Assert.Single(Groups(data));
        foreach (var share in (string[])["playsShare", "msShare"])
            Assert.Equal(1.0, Parts(group).Sum(part => part.Part.GetProperty(share).GetDouble()), precision: 9);
        var totals = listening.GetProperty("me").GetProperty("listening").GetProperty("totals");
        foreach (var sum in (string[])["plays", "msPlayed"])
        {
            Assert.Equal(totals.GetProperty(sum).GetInt64(), group.GetProperty(sum).GetInt64());
            Assert.Equal(totals.GetProperty(sum).GetInt64(), Parts(group).Sum(part => part.Part.GetProperty(sum).GetInt64()));
        }
    }

    [StoreFact]
    public async Task What_another_listener_plays_and_corrects_changes_nothing()
    {
        var variables = new { period = (object?)null, play = "ANY", by = "MONTH" };
        var before = (await _home.Ada.QueryAsync(Query, variables)).GetRawText();

        foreach (var track in Enumerable.Range(1, 20))
            await MoodHome.CorrectAsync(_home.Bob, MoodHome.TrackId(track, OtherUserId), "DISGUST");
        await _home.Database.AddAsync(OtherUserId, RandomPlays.Make(100, seed: 7));

        Assert.Equal(before, (await _home.Ada.QueryAsync(Query, variables)).GetRawText());
        Assert.Equal("DISGUST corrected", await MoodHome.MoodAsync(_home.Bob, MoodHome.TrackId(1, OtherUserId)));
    }

    private static (string? From, string? To) RandomPeriod(Random random)
    {
        var start = new DateOnly(2022, 12, 30);
        var days = new[] { random.Next(-10, 760), random.Next(-10, 760) }.Order().Select(start.AddDays).ToArray();
        return (random.Next(6) == 0 ? null : $"{days[0]:yyyy-MM-dd}", random.Next(6) == 0 ? null : $"{days[1]:yyyy-MM-dd}");
    }

    private static List<JsonElement> Groups(JsonElement data) =>
        [.. data.GetProperty("me").GetProperty("moods").GetProperty("groups").EnumerateArray()];

    /// <summary>The seven moods by their numbers, then "cannot tell" as 7 and not read as 8.</summary>
    private static IEnumerable<(int Mood, JsonElement Part)> Parts(JsonElement group) =>
        group.GetProperty("moods").EnumerateArray().Append(group.GetProperty("cannotTell")).Append(group.GetProperty("notRead"))
            .Select((part, mood) => (mood, part));

    private static string Lines(JsonElement data, string by) => string.Join('\n', Groups(data)
        .SelectMany(group => Parts(group).Select(part => (Bucket: BucketOf(group, by), part.Mood, part.Part)))
        .Where(line => line.Part.GetProperty("plays").GetInt32() > 0)
        .Select(line => $"{line.Bucket}|{line.Mood}|{line.Part.GetProperty("plays")}|{line.Part.GetProperty("msPlayed")}")
        .Order(StringComparer.Ordinal));

    private static string BucketOf(JsonElement group, string by) => by switch
    {
        "TOTAL" => "-",
        "ARTIST" => group.GetProperty("artist").GetProperty("name").GetString()!,
        _ => group.GetProperty(by.ToLowerInvariant()).ToString(),
    };

    private async Task<string> CountAsync(string zone, string play, string? from, string? to, string by)
    {
        await using var command = _home.Database.Source.CreateCommand(_sql);
        foreach (var value in (object[])[UserId, zone, play]) command.Parameters.Add(new NpgsqlParameter { Value = value });
        foreach (var day in new[] { from, to })
        {
            object value = day is null ? DBNull.Value : DateOnly.Parse(day, CultureInfo.InvariantCulture);
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Date });
        }

        command.Parameters.Add(new NpgsqlParameter { Value = by });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
