using System.Globalization;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>
/// Account data and extended history of the same evenings, imported in every order, undone and brought again, against a slow model that
/// looks at the rows of the files and at nothing else.
/// </summary>
public sealed class AccountOverlapModelTests
{
    private const int Cases = 25;

    private const string Counted =
        """
        SELECT coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), '') FROM (
            SELECT concat_ws('|', source, track.spotify_id, track.name, to_char(reported_at AT TIME ZONE 'UTC', 'HH24:MI:SS'),
                ms_played) AS line
            FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
            WHERE NOT is_superseded) AS counted
        """;

    [StoreFact]
    public async Task Each_row_is_covered_by_its_own_names_whatever_came_first()
    {
        await using var home = await ImportHome.CreateAsync();
        var random = new Random(11);
        for (var number = 0; number < Cases; number++)
        {
            GivenRow[][] files = [Extended(random), Account(random), number % 2 == 0 ? Extended(random) : Account(random)];
            var isAccount = new[] { false, true, number % 2 != 0 };
            await CheckAsync(home, files, isAccount, random);
            await home.ClearAsync();
        }
    }

    private static async Task CheckAsync(ImportHome home, GivenRow[][] files, bool[] isAccount, Random random)
    {
        var expected = Model([.. files.Zip(isAccount)]);
        var order = new[] { 0, 1, 2 };
        random.Shuffle(order);
        var imports = new Dictionary<int, int>();
        foreach (var number in order) imports[number] = await ImportAsync(home, files[number], isAccount[number]);
        Assert.Equal(expected, NamesAside(await home.ReadAsync<string>(Counted)));
        Assert.Equal(0, await home.WrongMonthsAsync());

        var undone = random.Next(3);
        await home.UndoAsync(imports[undone]);
        Assert.Equal(
            Model([.. files.Zip(isAccount).Where((_, number) => number != undone)]), NamesAside(await home.ReadAsync<string>(Counted)));
        await ImportAsync(home, files[undone], isAccount[undone]);
        Assert.Equal(expected, NamesAside(await home.ReadAsync<string>(Counted)));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    /// <summary>A preview reports the same as the import that follows it.</summary>
    private static async Task<int> ImportAsync(ImportHome home, GivenRow[] rows, bool isAccount)
    {
        var file = isAccount ? GivenFile.Account(rows) : GivenFile.Extended(rows);
        var preview = await home.PreviewAsync(file);
        var import = await home.ImportAsync(file);
        Assert.Equivalent(import with { Seconds = 0 }, preview with { Seconds = 0 }, strict: true);
        return await home.ReadAsync<int>("SELECT max(id) FROM imports");
    }

    /// <summary>
    /// Two tracks that swap their names now and then, so that a name is one track's in one row and another's in the next.
    /// </summary>
    private static GivenRow[] Extended(Random random)
    {
        var seconds = Enumerable.Range(0, 300).ToArray();
        random.Shuffle(seconds);
        return [.. Enumerable.Range(0, 6).Select(
            number => new GivenRow(Time(seconds[number]), random.Next(2) == 0 ? "North" : "South", random.Next(2) == 0 ? 20_000 : 40_000)
        {
            Uri = random.Next(2) == 0 ? "spotify:track:0000000000000000000001" : "spotify:track:0000000000000000000002",
            Album = random.Next(2) == 0 ? "Maps" : "Charts",
        })];
    }

    private static GivenRow[] Account(Random random) =>
        [.. Enumerable.Range(0, 6).Select(
            _ => new GivenRow(Time(60 * random.Next(6)), random.Next(2) == 0 ? "North" : "South", random.Next(2) == 0 ? 20_000 : 40_000))];

    private static string Time(int second) =>
        string.Create(CultureInfo.InvariantCulture, $"2024-03-01T10:{second / 60:00}:{second % 60:00}Z");

    /// <summary>
    /// What counts: extended rows once each, and rows of account data that none of them covers. Titles of tracks with an id are left out.
    /// </summary>
    private static string Model((GivenRow[] Rows, bool IsAccount)[] files)
    {
        var extended = files.Where(file => !file.IsAccount).SelectMany(file => file.Rows).ToList();
        var account = files.Where(file => file.IsAccount).SelectMany(file => file.Rows
            .GroupBy(row => (row.Track, row.EndedAt, row.Ms))
            .SelectMany(equal => equal.Select((row, place) => (row, place: place * row.Ms < 60_000 ? place : 0))))
            .Distinct().Select(pair => pair.row).ToList();
        var plays = extended.Select(row => (row.Uri, row.EndedAt, row.Ms)).Distinct().ToList();
        var pairs = from row in account.Select((row, number) => (row, number))
                    from play in extended
                    where play.Track == row.row.Track && play.Ms == row.row.Ms
                    let distance = Math.Abs((2 * Second(play.EndedAt)) - (2 * Second(row.row.EndedAt)) - 59)
                    where distance < 180
                    orderby distance, Second(row.row.EndedAt), Second(play.EndedAt)
                    select (row.number, play: (play.Uri, play.EndedAt, play.Ms));
        var (covered, taken) = (new HashSet<int>(), new HashSet<(string?, string, int)>());
        foreach (var (number, play) in pairs)
        {
            if (!covered.Contains(number) && !taken.Contains(play)) (_, _) = (covered.Add(number), taken.Add(play));
        }

        var lines = plays.Select(play => $"EXTENDED|{play.Uri![14..]}|{play.EndedAt[11..19]}|{play.Ms}")
            .Concat(account.Where((_, number) => !covered.Contains(number))
                .Select(row => $"ACCOUNT|{row.Track}|{row.EndedAt[11..19]}|{row.Ms}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>A track with an id is called what its newest row called it, which is not asked here.</summary>
    private static string NamesAside(string counted) => string.Join('\n', counted.Split('\n').Where(line => line.Length > 0)
        .Select(line => line.Split('|'))
        .Select(part => part[0] == "EXTENDED" ? $"{part[0]}|{part[1]}|{part[3]}|{part[4]}" : $"{part[0]}|{part[1]}|{part[2]}|{part[3]}")
        .Order(StringComparer.Ordinal));

    private static int Second(string time) =>
        (60 * int.Parse(time.AsSpan(14, 2), CultureInfo.InvariantCulture)) + int.Parse(time.AsSpan(17, 2), CultureInfo.InvariantCulture);
}
