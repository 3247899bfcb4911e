using System.Globalization;
using Personalify.Api.Sync.Plays;
using Personalify.Api.Tests.Imports;
using Personalify.FakeSpotify.Invented;
using Personalify.Testing;
using Xunit.Abstractions;

namespace Personalify.Api.Tests.Sync.Plays;

/// <summary>
/// Polls, imports of extended history and of account data, undos and repeated imports of the same days in random order, after each step
/// against a slow model that looks at what was told and at the rows of the files and at nothing else.
/// </summary>
public sealed class PolledModelTests(ITestOutputHelper output)
{
    private const int Seed = 20;
    private const int Cases = 200;
    private const int Steps = 7;

    private const string Counted =
        """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT concat_ws('|', source, CASE WHEN source = 'ACCOUNT' THEN track.name ELSE track.spotify_id END,
                (extract(epoch FROM play.ended_at) * 1000)::bigint, ms_played) AS line
            FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            WHERE play.user_id = 1 AND NOT is_superseded) AS counted
        """;

    /// <summary>Polled plays that count name no play of an export, and those that do not name one that counts and no other names.</summary>
    private const string WrongLinks =
        """
        SELECT count(*) FROM polled_plays AS polled
        JOIN plays AS own ON own.user_id = polled.user_id AND own.track_id = polled.track_id AND own.reported_at = polled.played_at
            AND own.source = 'LIVE'
        LEFT JOIN plays AS play ON play.user_id = polled.user_id AND play.track_id = covered_track_id
            AND play.reported_at = covered_reported_at AND play.ms_played = covered_ms_played AND play.offline_at = covered_offline_at
            AND play.ordinal = covered_ordinal
        WHERE own.is_superseded <> (play.track_id IS NOT NULL AND NOT play.is_superseded AND play.source <> 'LIVE')
        """;

    private const string RepeatedLinks =
        """
        SELECT count(*) FROM (
            SELECT FROM polled_plays WHERE covered_track_id IS NOT NULL
            GROUP BY user_id, covered_track_id, covered_reported_at, covered_ms_played, covered_offline_at, covered_ordinal
            HAVING count(*) > 1) AS repeated
        """;

    private const string Said =
        """
        SELECT said.user_id, said.artist_id, said.album_id FROM (
            SELECT user_id, artist_id, album_id, import_id FROM tracks UNION ALL
            SELECT user_id, artist_id, album_id, import_id FROM track_observations) AS said
        JOIN imports ON imports.id = said.import_id AND imports.kind = 'FILES'
        """;

    /// <summary>Entries of the catalogue that say another source of their name than the descriptions that are there.</summary>
    private const string WrongSources =
        $"""
        (SELECT count(*) FROM tracks JOIN imports ON imports.id = tracks.import_id
            WHERE (imports.kind = 'SPOTIFY') <> (name_source = 'SPOTIFY'))
        + (SELECT count(*) FROM artists AS entry WHERE (name_source = 'EXPORT') <> EXISTS (
            SELECT FROM ({Said}) AS file WHERE file.user_id = entry.user_id AND file.artist_id = entry.id))
        + (SELECT count(*) FROM albums AS entry WHERE (name_source = 'EXPORT') <> EXISTS (
            SELECT FROM ({Said}) AS file WHERE file.user_id = entry.user_id AND file.album_id = entry.id))
        """;

    [StoreFact]
    public async Task Every_order_counts_each_play_once_and_loses_none()
    {
        output.WriteLine($"seed {Seed}, {Cases} cases of {Steps} steps");
        await using var polled = await PolledHome.CreateAsync();
        var random = new Random(Seed);
        for (var number = 0; number < Cases; number++)
        {
            await new Case(polled.Home, random, isDense: number % 3 != 0).RunAsync(number, Steps);
            await polled.Home.ClearAsync();
        }
    }

    [StoreFact]
    public async Task Two_hundred_polls_of_the_time_of_an_export_are_that_export_and_what_it_lacks()
    {
        await using var polled = await PolledHome.CreateAsync();
        await new Case(polled.Home, new Random(Seed), isDense: false, truths: 600).RunLongAsync(polls: 200);
    }

    private sealed record Heard(int Track, long Millisecond, int Ms, long? ToldAt, long ToldFrom);

    /// <summary>What was heard, which of it Spotify tells and from when on, and what was done of it so far.</summary>
    private sealed class Case
    {
        /// <summary>Two of them have one name, as a song on two albums has.</summary>
        private static readonly (string Id, string Name, int DurationMs)[] Tracks =
        [
            ("0000000000000000000001", "North", 100_000), ("0000000000000000000002", "North", 160_000),
            ("0000000000000000000003", "South", 60_000), ("0000000000000000000004", "East", 210_000),
        ];

        private static readonly DateTimeOffset Start = new(2024, 2, 29, 23, 20, 0, TimeSpan.Zero); // a month ends within
        private readonly ImportHome _home;
        private readonly Random _random;
        private readonly List<Heard> _heard = [];
        private readonly HashSet<(int Track, long At)> _told = [];
        private readonly List<(List<Heard> Rows, bool IsAccount, int Number)> _files = [];
        private readonly bool _isDense;
        private readonly long _length;
        private long _now;

        public Case(ImportHome home, Random random, bool isDense, int truths = 24)
        {
            (_home, _random, _isDense) = (home, random, isDense);
            var at = 0L;
            for (var number = 0; number < truths; number++)
            {
                var track = random.Next(Tracks.Length);
                var duration = Tracks[track].DurationMs;
                // Dense plays overlap, which real ones do after a device was offline; others lie beyond each other's reach.
                at += isDense ? random.Next(40_000) : 400_000 + random.Next(100_000);
                var jitter = isDense ? random.Next(-duration - 70_000, duration + 70_000) : random.Next(-20_000, 20_000);
                var second = at / 1000 * 1000;
                var isLate = random.Next(8) == 0;
                _heard.Add(new Heard(
                    track, second, random.Next(3) == 0 ? 20_000 : duration, random.Next(5) == 0 ? null : second + jitter,
                    second + (isLate ? 3_600_000 : 30_000)));
            }

            _length = at + 400_000;
        }

        public async Task RunAsync(int number, int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                await StepAsync(step);
                await CheckAsync($"case {number}, step {step}");
            }

            Assert.Equal(0, await _home.WrongMonthsAsync());
        }

        public async Task RunLongAsync(int polls)
        {
            for (var poll = 0; poll < polls; poll++)
            {
                _now = _length * (poll + 1) / polls;
                await PollAsync();
                if (poll % 25 == 10) await ImportAsync();
                if (poll % 50 == 49) await UndoAsync();
                if (poll % 10 == 0) await CheckAsync($"poll {poll}");
            }

            await CheckAsync("the end");
            Assert.Equal(0, await _home.WrongMonthsAsync());
        }

        private Task StepAsync(int step) => _random.Next(5) switch
        {
            0 or 1 => PollAsync(Math.Min(_length + 3_700_000, _now + _random.Next((int)(_length / 2) + 600_000))),
            2 when _files.Count > 0 && step > 2 => UndoAsync(),
            _ => ImportAsync(),
        };

        private Task PollAsync(long now)
        {
            _now = now;
            return PollAsync();
        }

        private async Task PollAsync()
        {
            var told = _heard.Where(heard => heard.ToldAt is { } at && at <= _now && heard.ToldFrom <= _now)
                .DistinctBy(heard => (heard.Track, heard.ToldAt)).OrderByDescending(heard => heard.ToldAt).Take(50).ToList();
            var answer = PolledHome.AnswerOf(Moment(_now), told.Select(PlayOf));
            foreach (var play in told) _told.Add((play.Track, play.ToldAt!.Value));
            await _home.Get<PolledPlayMerge>().RunAsync(
                PolledHome.ConnectionOf(ImportHome.Ada, "ada"), answer, CancellationToken.None);
        }

        private async Task ImportAsync()
        {
            var isAccount = _random.Next(3) == 0;
            var (from, to) = (_random.Next(_heard.Count), _random.Next(_heard.Count));
            var rows = _heard.Where((_, number) => number >= Math.Min(from, to) && number <= Math.Max(from, to) && _random.Next(6) > 0)
                .ToList();
            if (isAccount) rows = [.. rows.DistinctBy(AccountKey)];
            if (rows.Count == 0) return;
            var file = isAccount ? GivenFile.Account([.. rows.Select(Row)]) : GivenFile.Extended([.. rows.Select(Row)]);
            var preview = _random.Next(4) == 0 ? await _home.PreviewAsync(file) : null;
            var import = await _home.ImportAsync(file);
            // What takes the place of polled plays is known when it is done, and a preview does nothing.
            if (preview is not null) Assert.Equivalent(import with { Seconds = 0, Replaced = null }, preview with { Seconds = 0 }, strict: true);
            _files.Add((rows, isAccount, await _home.ReadAsync<int>("SELECT max(number) FROM imports")));
        }

        private async Task UndoAsync()
        {
            var file = _files[_random.Next(_files.Count)];
            await _home.UndoAsync(file.Number);
            _files.Remove(file);
        }

        private async Task CheckAsync(string place)
        {
            var expected = Model();
            var counted = await _home.ReadAsync<string>(Counted);
            Assert.True(string.Join('\n', expected) == counted, $"{place}: expected\n{string.Join('\n', expected)}\nfound\n{counted}");
            Assert.Equal(
                "0 0 0", await _home.ReadAsync<string>($"SELECT concat_ws(' ', ({WrongLinks}), ({RepeatedLinks}), {WrongSources})"));
            if (!_isDense) CheckAgainstTruth(expected.Count);
        }

        /// <summary>Where plays lie apart, what counts is simply everything that anything knows of.</summary>
        private void CheckAgainstTruth(int counted)
        {
            var known = _files.SelectMany(file => file.Rows)
                .Concat(_heard.Where(heard => heard.ToldAt is { } at && _told.Contains((heard.Track, at)))).Distinct();
            Assert.Equal(known.Count(), counted);
        }

        private List<string> Model()
        {
            var extended = _files.Where(file => !file.IsAccount).SelectMany(file => file.Rows)
                .DistinctBy(row => (row.Track, row.Millisecond, row.Ms)).ToList();
            var account = UncoveredAccount(extended);
            var exported = extended.Select(row => (row, IsAccount: false)).Concat(account.Select(row => (row, IsAccount: true))).ToList();
            var pairs = from polled in _told
                        from play in exported
                        where play.IsAccount ? Tracks[play.row.Track].Name == Tracks[polled.Track].Name : play.row.Track == polled.Track
                        let at = play.IsAccount ? MinuteOf(play.row) : play.row.Millisecond
                        let distance = Math.Abs(at - polled.At)
                        where distance <= Tracks[polled.Track].DurationMs + 60_000
                        orderby distance, at, polled.At
                        select (polled, play);
            var (covered, taken) = (new HashSet<(int, long)>(), new HashSet<(Heard, bool)>());
            foreach (var (polled, play) in pairs)
            {
                if (covered.Contains(polled) || taken.Contains(play)) continue;
                (_, _) = (covered.Add(polled), taken.Add(play));
            }

            return
            [
                .. extended.Select(row => $"EXTENDED|{Tracks[row.Track].Id}|{Epoch(row.Millisecond)}|{row.Ms}")
                    .Concat(account.Select(row => $"ACCOUNT|{Tracks[row.Track].Name}|{Epoch(MinuteOf(row))}|{row.Ms}"))
                    .Concat(_told.Where(polled => !covered.Contains(polled))
                        .Select(polled => $"LIVE|{Tracks[polled.Track].Id}|{Epoch(polled.At)}|{Tracks[polled.Track].DurationMs}"))
                    .Order(StringComparer.Ordinal),
            ];
        }

        /// <summary>Rows of account data that no extended row of the same names and length within a minute describes better.</summary>
        private List<Heard> UncoveredAccount(List<Heard> extended)
        {
            var account = _files.Where(file => file.IsAccount).SelectMany(file => file.Rows).DistinctBy(AccountKey).ToList();
            var pairs = from row in account
                        from play in extended
                        where Tracks[play.Track].Name == Tracks[row.Track].Name && play.Ms == row.Ms
                        let distance = Math.Abs((2 * play.Millisecond) - (2 * MinuteOf(row)) - 59_000)
                        where distance < 180_000
                        orderby distance, MinuteOf(row), play.Millisecond
                        select (row, play);
            var (covered, taken) = (new HashSet<Heard>(), new HashSet<Heard>());
            foreach (var (row, play) in pairs)
            {
                if (!covered.Contains(row) && !taken.Contains(play)) (_, _) = (covered.Add(row), taken.Add(play));
            }

            return [.. account.Where(row => !covered.Contains(row))];
        }

        private static (string, long, int) AccountKey(Heard heard) => (Tracks[heard.Track].Name, MinuteOf(heard), heard.Ms);

        private static long MinuteOf(Heard heard) => heard.Millisecond / 60_000 * 60_000;

        private static long Epoch(long millisecond) => Start.ToUnixTimeMilliseconds() + millisecond;

        private static DateTimeOffset Moment(long millisecond) => Start.AddMilliseconds(millisecond);

        private static GivenRow Row(Heard heard) => new(
            Moment(heard.Millisecond).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Tracks[heard.Track].Name,
            heard.Ms)
        {
            Uri = $"spotify:track:{Tracks[heard.Track].Id}",
        };

        private static FakePlay PlayOf(Heard heard)
        {
            var (id, name, duration) = Tracks[heard.Track];
            var play = PolledHome.Play("2024-01-01T00:00:00Z", name, duration, id);
            return play with { PlayedAt = Moment(heard.ToldAt!.Value) };
        }
    }
}
