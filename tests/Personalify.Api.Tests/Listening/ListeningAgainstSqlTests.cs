using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Domain.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

/// <summary>
/// Whatever period, zone and definition: GraphQL's figures are those that plain SQL over <c>plays</c> counts, with Postgres's own calendar.
/// </summary>
public sealed class ListeningAgainstSqlTests : IAsyncLifetime
{
    private const int Cases = 80;

    private static readonly string[] Zones =
        ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

    private static readonly string[] Definitions = ["ANY", "THIRTY_SECONDS", "HALF_OR_FOUR_MINUTES", "FINISHED"];

    private const string Query =
        """
        query($period: PeriodInput, $play: PlayDefinition!, $filter: ListeningFilterInput) { me { listening(period: $period, play: $play, filter: $filter) {
          firstPlay { endedAt msPlayed } lastPlay { endedAt msPlayed } rank(orderBy: PLAYS)
          totals { plays msPlayed tracks artists albums newArtists activeDays longestStreak { days from to } }
          topTracks(first: 7) { nodes { rank track { id } plays msPlayed isNew } }
          topArtists(first: 7, orderBy: PLAYS) { nodes { rank artist { id } plays msPlayed isNew tracks } }
          topAlbums(first: 7) { nodes { rank album { id } plays msPlayed isNew } }
          byHour { hour plays msPlayed }
          byWeekdayHour { weekday hour plays msPlayed }
          byDay { day plays msPlayed }
          byMonth { month plays msPlayed }
        } } }
        """;

    private ListeningApplication _application = null!;
    private string _sql = null!;

    public async Task InitializeAsync()
    {
        _application = await ListeningApplication.StartAsync();
        await _application.Database.AddAsync(UserId, RandomPlays.Make(3000, seed: 1));
        await _application.Database.AddAsync(OtherUserId, RandomPlays.Make(500, seed: 2));
        _sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Listening", "listening.sql"));
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [StoreFact]
    public async Task Every_figure_is_what_plain_SQL_counts()
    {
        var random = new Random(3);
        for (var i = 0; i < Cases; i++)
        {
            var (zone, play) = (Zones[random.Next(Zones.Length)], Definitions[random.Next(Definitions.Length)]);
            var (from, to) = RandomPeriod(random);
            await _application.Database.ExecuteAsync($"UPDATE users SET time_zone = '{zone}' WHERE id = {UserId}");
            var filter = RandomFilter(random);
            var data = await _application.Ada.QueryAsync(Query, new { period = new { from, to }, play, filter = filter?.Input });
            var expected = await CountAsync(zone, play, from, to, filter);
            var actual = data.GetProperty("me").GetProperty("listening");
            Assert.True(JsonElement.DeepEquals(expected, actual), $"{zone} {play} {from}..{to} {filter}\nSQL:     {expected}\nGraphQL: {actual}");
        }
    }

    [StoreFact]
    public async Task An_hour_of_the_week_has_as_many_plays_as_the_list_of_its_plays()
    {
        const string Cells = "query($period: PeriodInput) { me { listening(period: $period) { byWeekdayHour { weekday hour plays } } } }";
        const string Plays =
            """
            query($period: PeriodInput, $filter: ListeningFilterInput) {
              me { plays(first: 1, period: $period, filter: $filter) { totalCount } } }
            """;
        await _application.Database.ExecuteAsync($"UPDATE users SET time_zone = 'Australia/Lord_Howe' WHERE id = {UserId}");
        var period = new { from = "2023-02-11", to = "2024-10-06" };

        var week = await _application.Ada.QueryAsync(Cells, new { period });

        foreach (var cell in week.GetProperty("me").GetProperty("listening").GetProperty("byWeekdayHour").EnumerateArray())
        {
            var filter = new { weekdays = new[] { cell.GetProperty("weekday") }, hours = new[] { cell.GetProperty("hour") } };
            var plays = await _application.Ada.QueryAsync(Plays, new { period, filter });
            Assert.Equal(
                cell.GetProperty("plays").GetInt32(), plays.GetProperty("me").GetProperty("plays").GetProperty("totalCount").GetInt32());
        }
    }

    /// <summary>Half of the ends are the ends of a month, where a zone's day reaches into the next month of the rollup.</summary>
    private static (string? From, string? To) RandomPeriod(Random random)
    {
        var start = new DateOnly(2022, 12, 30);
        var days = new[] { random.Next(-10, 760), random.Next(-10, 760) }.Order().Select(start.AddDays).ToArray();
        var (from, to) = (days[0], days[1]);
        if (random.Next(2) == 0) from = new DateOnly(from.Year, from.Month, 1);
        if (random.Next(2) == 0) to = new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1);
        return (random.Next(6) == 0 ? null : $"{from:yyyy-MM-dd}", random.Next(6) == 0 ? null : $"{to:yyyy-MM-dd}");
    }

    /// <summary>Half of the cases ask for everything.</summary>
    private static GivenFilter? RandomFilter(Random random) => random.Next(2) == 0 ? null : new GivenFilter(
        random.Next(3) == 0 ? random.Next(1, 21) : null,
        random.Next(5) == 0 ? random.Next(1, 20) : null,
        random.Next(6) == 0 ? random.Next(1, 30) : null,
        random.Next(3) == 0 ? "android" : null,
        random.Next(3) == 0 ? [.. Enumerable.Range(0, 24).Where(_ => random.Next(2) == 0)] : null,
        random.Next(3) == 0 ? [.. Enumerable.Range(1, 7).Where(_ => random.Next(2) == 0)] : null);

    private async Task<JsonElement> CountAsync(string zone, string play, string? from, string? to, GivenFilter? filter)
    {
        await using var command = _application.Database.Source.CreateCommand(_sql);
        command.Parameters.Add(new NpgsqlParameter { Value = UserId });
        command.Parameters.Add(new NpgsqlParameter { Value = zone });
        command.Parameters.Add(new NpgsqlParameter { Value = play });
        foreach (var day in new[] { from, to })
        {
            object value = day is null ? DBNull.Value : DateOnly.Parse(day, CultureInfo.InvariantCulture);
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Date });
        }

        foreach (var number in new[] { filter?.Artist, filter?.Album, filter?.Track })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)number ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        }

        command.Parameters.Add(new NpgsqlParameter { Value = (object?)filter?.Platform ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var numbers in new[] { filter?.Hours, filter?.Weekdays })
        {
            command.Parameters.Add(
                new NpgsqlParameter { Value = (object?)numbers ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        }

        return JsonSerializer.Deserialize<JsonElement>((string)(await command.ExecuteScalarAsync())!);
    }

    private sealed record GivenFilter(int? Artist, int? Album, int? Track, string? Platform, int[]? Hours, int[]? Weekdays)
    {
        public object Input => new
        {
            artistId = Id("Artist", Artist),
            albumId = Id("Album", Album),
            trackId = Id("Track", Track),
            platform = Platform?.ToUpperInvariant(),
            hours = Hours,
            weekdays = Weekdays?.Select(weekday => Enum.GetName((Weekday)weekday)!.ToUpperInvariant()),
        };

        private static string? Id(string type, int? number) => number is { } entry ? GlobalId.Of(type, UserId, entry) : null;
    }
}
