using System.Text;
using Npgsql;
using Personalify.Api.Listening;
using Personalify.Domain.Imports;
using Personalify.Domain.Listening;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

public sealed class PlayMonthsStoreTests(ListeningDatabase.Fixture fixture) : IClassFixture<ListeningDatabase.Fixture>, IAsyncLifetime
{
    private readonly ListeningDatabase _database = fixture.Database;

    public Task InitializeAsync() => _database.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreFact]
    public async Task A_month_holds_its_plays_in_order_and_ends_with_the_last_second_of_UTC()
    {
        await _database.AddAsync(
            UserId, new("2024-03-31T23:59:59Z", 2), new("2024-03-01T00:00:00Z", 9), new("2024-03-31T23:59:59Z", 1), new("2024-04-01T00:00:00Z"));
        Assert.Equal(
            "2024-03-01:3 2024-04-01:1",
            await _database.ReadAsync<string>("SELECT string_agg(month || ':' || plays, ' ' ORDER BY month) FROM play_months"));
        Assert.Equal(
            [0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 2],
            await _database.ReadAsync<byte[]>("SELECT tracks FROM play_months WHERE month = '2024-03-01'"));
    }

    [StoreFact]
    public async Task The_flags_in_SQL_are_the_flags_of_the_rules()
    {
        var plays = EveryKindOfPlay().ToList();
        await _database.AddAsync(UserId, plays);
        var expected = plays.Select(play => (byte)PlayRules.FlagsOf(new PlayFacts(
            play.MsPlayed, play.Track % 2 == 0 ? 1000 * play.Track + 100_000 : null, play.ReasonEnd, play.Source == "ACCOUNT")
        {
            Skipped = play.Skipped, Shuffle = play.Shuffle, Offline = play.Offline, Incognito = play.Incognito,
                IsLengthAssumed = play.Source == "LIVE",
        }));
        Assert.Equal(expected, await _database.ReadAsync<byte[]>("SELECT flags FROM play_months"));
    }

    /// <summary>The import stores the class by its name, the months by its number.</summary>
    [StoreFact]
    public async Task The_platforms_in_SQL_are_those_of_the_rules()
    {
        string?[] stated = ["Android OS 11 API 30", "iOS 16", "Windows 10", "web_player", "sonos", "Tizen", "car_thing", "Symbian", null];
        await _database.AddAsync(UserId, stated.Select((platform, second) => new GivenPlay($"2024-03-01T00:00:0{second}Z")
        {
            Platform = platform is null ? null : PlatformClass.Of(Encoding.UTF8.GetBytes(platform)),
        }));
        byte[] expected = [.. Enum.GetValues<Platform>().Select(platform => (byte)platform), 0];
        Assert.Equal(expected, await _database.ReadAsync<byte[]>("SELECT platforms FROM play_months"));
    }

    [StoreFact]
    public async Task A_superseded_play_is_not_counted()
    {
        var superseded = new GivenPlay("2024-03-01T00:01:00Z", 2) { IsSuperseded = true };
        await _database.AddAsync(UserId, new GivenPlay("2024-03-01T00:00:00Z"), superseded);
        Assert.Equal(1, await _database.ReadAsync<int>("SELECT plays FROM play_months"));
    }

    [StoreFact]
    public async Task A_month_that_lost_its_last_play_loses_its_row()
    {
        await _database.AddAsync(UserId, new GivenPlay("2024-03-01T00:00:00Z"));
        await _database.ExecuteAsync("DELETE FROM plays WHERE user_id = 1");
        await RebuildAsync(new PlayMonth(UserId, new DateOnly(2024, 3, 1)));
        Assert.Equal(0, await _database.ReadAsync<long>("SELECT count(*) FROM play_months"));
    }

    [StoreFact]
    public async Task What_is_rolled_back_with_its_plays_leaves_the_months_as_they_were()
    {
        await using var connection = await _database.Source.OpenConnectionAsync();
        await using (await connection.BeginTransactionAsync())
        {
            var play = new GivenPlay("2024-03-01T00:00:00Z");
            await InsertAsync(connection, UserId, play);
            await new PlayMonthsStore().RebuildAsync(connection, [MonthOf(UserId, play)], CancellationToken.None);
        }

        Assert.Equal(0, await _database.ReadAsync<long>("SELECT count(*) FROM play_months"));
    }

    /// <summary>One transaction adds a play, the other changes a track; whichever commits last must have seen the first.</summary>
    [StoreFact]
    public async Task Of_two_rebuilds_of_one_month_the_later_sees_what_the_earlier_wrote()
    {
        var play = new GivenPlay("2024-03-01T00:00:00Z");
        await using var first = await _database.Source.OpenConnectionAsync();
        await using var writing = await first.BeginTransactionAsync();
        await InsertAsync(first, UserId, play);
        await new PlayMonthsStore().RebuildAsync(first, [MonthOf(UserId, play)], CancellationToken.None);

        var second = RebuildAsync(MonthOf(UserId, play));
        await Eventually.IsTrueAsync(
            async () => await _database.ReadAsync<long>(
                """
                SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
                """) == 1,
            "the second rebuild waits for the first");
        await writing.CommitAsync();
        await second;
        Assert.Equal(1, await _database.ReadAsync<int>("SELECT plays FROM play_months"));
    }

    private async Task RebuildAsync(PlayMonth month)
    {
        await using var connection = await _database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await new PlayMonthsStore().RebuildAsync(connection, [month], CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Around every limit, with every reason, with and without a length (odd tracks have none), and each mark alone.</summary>
    private static IEnumerable<GivenPlay> EveryKindOfPlay()
    {
        int[] lengths = [0, 29_999, 30_000, 51_999, 52_000, 100_000, 239_999, 240_000, int.MaxValue];
        var kinds = from length in lengths
                    from reason in new[] { null, "", "trackdone", "fwdbtn" }
                    from track in new[] { 3, 4 }
                    select new GivenPlay("", track, length) { ReasonEnd = reason };
        GivenPlay plain = new("", 3, 0);
        GivenPlay[] marked =
        [
            plain with { Skipped = true, Shuffle = false }, plain with { Shuffle = true }, plain with { Offline = true, Skipped = false },
            plain with { Incognito = true }, plain with { Source = "ACCOUNT" }, plain with { Source = "LIVE" },
        ];
        return kinds.Concat(marked).Select((play, index) => play with { EndedAt = $"2024-03-01T00:{index / 60:D2}:{index % 60:D2}Z" });
    }
}
