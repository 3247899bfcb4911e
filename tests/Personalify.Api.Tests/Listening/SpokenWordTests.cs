using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Domain.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

/// <summary>Podcasts and audiobooks, whose plays no sum of music counts.</summary>
public sealed class SpokenWordTests(SpokenWordTests.Data data) : IClassFixture<SpokenWordTests.Data>
{
    private const int Cases = 40;
    private const string Query =
        """
        query($period: PeriodInput, $play: PlayDefinition!, $filter: ListeningFilterInput) {
          me { listening(period: $period, play: $play, filter: $filter) {
          spokenWord { plays msPlayed shows episodes audiobooks chapters }
          topShows(first: 4) { totalCount nodes { rank name plays msPlayed episodes } }
          topEpisodes(first: 5, orderBy: PLAYS) { totalCount nodes { rank episode { name showName spotifyId } plays msPlayed } }
          topAudiobooks(first: 4) { totalCount nodes { rank name plays msPlayed chapters } }
        } } }
        """;

    private static readonly (string Play, int Least)[] Definitions =
        [("ANY", 0), ("THIRTY_SECONDS", 30_000), ("HALF_OR_FOUR_MINUTES", 240_000), ("FINISHED", int.MaxValue)];

    private readonly ListeningApplication _application = data.Application;

    [StoreFact]
    public async Task Every_figure_is_what_plain_SQL_counts()
    {
        var random = new Random(7);
        for (var i = 0; i < Cases; i++)
        {
            var zone = new[] { "UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Kiritimati" }[random.Next(4)];
            var (play, least) = Definitions[random.Next(Definitions.Length)];
            var days = new[] { random.Next(-5, 400), random.Next(-5, 400) }.Order().Select(new DateOnly(2023, 1, 1).AddDays).ToArray();
            (DateOnly? from, DateOnly? to) = (random.Next(4) == 0 ? null : days[0], random.Next(4) == 0 ? null : days[1]);
            int[]? hours = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, 24).Where(_ => random.Next(2) == 0)];
            int[]? weekdays = random.Next(2) == 0 ? null : [.. Enumerable.Range(1, 7).Where(_ => random.Next(2) == 0)];
            await _application.Database.ExecuteAsync($"UPDATE users SET time_zone = '{zone}' WHERE id = {UserId}");

            var actual = await AskAsync(new { period = new { from, to }, play, filter = new { hours, weekdays = weekdays?.Select(Name) } });

            var expected = await CountAsync(zone, least, from, to, hours, weekdays);
            Assert.True(JsonElement.DeepEquals(expected, actual), $"{zone} {play} {from}..{to}\nSQL:     {expected}\nGraphQL: {actual}");
        }
    }

    [StoreTheory]
    [InlineData("topShows", "rank name", 3, true)]
    [InlineData("topEpisodes", "rank episode { id }", 7, true)]
    [InlineData("topEpisodes", "rank episode { id }", 4, false)]
    [InlineData("topAudiobooks", "rank name", 2, false)]
    public async Task Pages_make_the_whole_list(string field, string entry, int size, bool isForward)
    {
        var whole = await PageAsync(field, entry, "first: 100");
        var (all, cursor, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var place = cursor is null ? "" : $", {(isForward ? "after" : "before")}: \"{cursor}\"";
            var page = await PageAsync(field, entry, $"{(isForward ? "first" : "last")}: {size}{place}");
            all.InsertRange(isForward ? all.Count : 0, Entries(page));
            var info = page.GetProperty("pageInfo");
            more = info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean();
            cursor = info.GetProperty(isForward ? "endCursor" : "startCursor").GetString();
        }

        Assert.Equal(Entries(whole), all);
        Assert.Equal(whole.GetProperty("totalCount").GetInt32(), all.Count);
    }

    [StoreFact]
    public async Task A_filter_of_music_lets_none_through()
    {
        foreach (var filter in new object[] { new { platform = "ANDROID" }, new { artistId = GlobalId.Of("Artist", UserId, 1) } })
        {
            var listening = await AskAsync(new { play = "ANY", filter });

            Assert.Equal((0, 0), (
                listening.GetProperty("spokenWord").GetProperty("plays").GetInt32(),
                listening.GetProperty("topEpisodes").GetProperty("totalCount").GetInt32()));
        }
    }

    [StoreFact]
    public async Task An_episode_is_found_by_its_id_and_by_its_listener_alone()
    {
        const string Node = "query($id: ID!) { node(id: $id) { ... on Episode { id name } } }";
        var id = (await PageAsync("topEpisodes", "rank episode { id name }", "first: 1")).GetProperty("nodes")[0].GetProperty("episode");
        var variables = new { id = id.GetProperty("id").GetString() };

        Assert.True(JsonElement.DeepEquals(id, (await _application.Ada.QueryAsync(Node, variables)).GetProperty("node")));
        Assert.Equal(JsonValueKind.Null, (await _application.Bob.QueryAsync(Node, variables)).GetProperty("node").ValueKind);
    }

    [StoreFact]
    public async Task The_days_are_those_of_the_first_and_the_last_play_in_the_listeners_zone()
    {
        const string Coverage = "{ me { spokenWordCoverage { firstDay lastDay } } }";
        await _application.Database.ExecuteAsync($"UPDATE users SET time_zone = 'Pacific/Kiritimati' WHERE id = {UserId}");
        var expected = await _application.Database.ReadAsync<string>(
            $"""
            SELECT min(day) || ' ' || max(day) FROM (
                SELECT (ended_at AT TIME ZONE 'Pacific/Kiritimati')::date AS day FROM other_plays AS play
                JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
                WHERE play.user_id = {UserId} AND kind <> 'UNKNOWN') AS days
            """);

        var days = (await _application.Ada.QueryAsync(Coverage)).GetProperty("me").GetProperty("spokenWordCoverage");
        var none = (await _application.Bob.QueryAsync(Coverage)).GetProperty("me").GetProperty("spokenWordCoverage");

        Assert.Equal(expected, $"{days.GetProperty("firstDay")} {days.GetProperty("lastDay")}");
        Assert.Equal(JsonValueKind.Null, none.ValueKind);
    }

    private static string Name(int weekday) => Enum.GetName((Weekday)weekday)!.ToUpperInvariant();

    private static IEnumerable<string> Entries(JsonElement page) =>
        page.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText());

    private async Task<JsonElement> AskAsync(object variables) =>
        (await _application.Ada.QueryAsync(Query, variables)).GetProperty("me").GetProperty("listening");

    private async Task<JsonElement> PageAsync(string field, string entry, string page)
    {
        var query = $"{{ me {{ listening(play: ANY) {{ {field}({page}) {{ totalCount nodes {{ {entry} }} "
            + "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }";
        return (await _application.Ada.QueryAsync(query)).GetProperty("me").GetProperty("listening").GetProperty(field);
    }

    private async Task<JsonElement> CountAsync(string zone, int least, DateOnly? from, DateOnly? to, int[]? hours, int[]? weekdays)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Listening", "spoken-word.sql"));
        await using var command = _application.Database.Source.CreateCommand(sql);
        foreach (var value in new object[] { UserId, zone, least }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        foreach (var day in new[] { from, to })
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)day ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        foreach (var numbers in new[] { hours, weekdays })
        {
            command.Parameters.Add(
                new NpgsqlParameter { Value = (object?)numbers ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        }

        return JsonSerializer.Deserialize<JsonElement>((string)(await command.ExecuteScalarAsync())!);
    }

    [StoreTheory]
    [InlineData("2023-06-01T10:00:59Z", 600_000, 1)]
    [InlineData("2023-06-01T09:59:01Z", 600_000, 1)]
    [InlineData("2023-06-01T10:01:59Z", 600_000, 1)]
    [InlineData("2023-06-01T10:02:00Z", 600_000, 2)]
    [InlineData("2023-06-01T10:00:59Z", 600_001, 2)]
    public async Task What_account_data_and_the_extended_history_both_tell_of_counts_once(string endedAt, int milliseconds, int plays)
    {
        await _application.Database.ExecuteAsync(
            $"""
            DELETE FROM other_plays WHERE user_id = {OtherUserId};
            UPDATE other_items SET kind = 'EPISODE', show_name = 'Maps', name = 'North' WHERE user_id = {OtherUserId} AND id IN (3, 4);
            INSERT INTO other_plays (ended_at, reported_at, user_id, item_id, ms_played, import_id) VALUES
                ('2023-06-01T10:00:00Z', '2023-06-01T10:00:00Z', {OtherUserId}, 3, 600000, 1),
                ('{endedAt}', '{endedAt}', {OtherUserId}, 4, {milliseconds}, 1);
            """);

        var listening = (await _application.Bob.QueryAsync("{ me { listening { spokenWord { plays } topShows { nodes { plays } } } } }"))
            .GetProperty("me").GetProperty("listening");

        Assert.Equal((plays, plays), (
            listening.GetProperty("spokenWord").GetProperty("plays").GetInt32(),
            listening.GetProperty("topShows").GetProperty("nodes")[0].GetProperty("plays").GetInt32()));
        await _application.Database.ExecuteAsync($"DELETE FROM other_plays WHERE user_id = {OtherUserId}");
    }

    /// <summary>
    /// Items of every kind in threes: one known by its names only, as in account data, and two with the same names and an id. Some have no
    /// name or no show. Bob has the same shows as ada and no play that counts: his rows name nothing.
    /// </summary>
    public sealed class Data : IAsyncLifetime
    {
        private const string Items =
            """
            INSERT INTO other_items (user_id, id, kind, spotify_id, name, show_name, import_id, named_at)
            SELECT listener, n,
                CASE WHEN listener = 2 THEN 'UNKNOWN' ELSE (ARRAY['EPISODE', 'EPISODE', 'CHAPTER', 'UNKNOWN'])[1 + n / 3 % 4] END,
                CASE WHEN n % 3 <> 0 THEN 'item' || n END, CASE WHEN n % 9 = 1 THEN '' ELSE 'Item ' || n / 3 END,
                CASE WHEN n / 3 % 8 = 0 THEN '' ELSE 'Show ' || n / 3 % 7 END, 1, now()
            FROM generate_series(1, 2) AS listener, generate_series(3, 62) AS n;
            """;

        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            await Application.Database.ExecuteAsync(Items);
            var random = new Random(11);
            for (var i = 0; i < 900; i++)
            {
                var moment = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(400 * 24 * 60));
                var (user, item, ms) = (1 + (i % 2), 3 + random.Next(60), random.Next(4) * 20_000 + random.Next(2) * random.Next(300_000));
                await AddAsync(user, item, moment, ms);
                // The same play from the other source, or one that is near and another.
                if (item % 3 != 0) continue;
                await AddAsync(user, item + 1 + random.Next(2), moment.AddSeconds(random.Next(-100, 160)), ms + (i % 5 == 0 ? 1 : 0));
            }
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();

        private Task AddAsync(int user, int item, DateTime moment, int milliseconds) => Application.Database.ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO other_plays (ended_at, reported_at, user_id, item_id, ms_played, import_id)
            VALUES ('{moment:O}', '{moment:O}', {user}, {item}, {milliseconds}, 1) ON CONFLICT DO NOTHING
            """));
    }
}
