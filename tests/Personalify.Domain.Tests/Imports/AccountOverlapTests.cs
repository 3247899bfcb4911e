using FsCheck;
using FsCheck.Fluent;
using Personalify.Domain.Imports;

namespace Personalify.Domain.Tests.Imports;

public sealed class AccountOverlapTests
{
    private const long Minute = 1_709_287_200;

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-59, false)]
    [InlineData(-61, false)]
    [InlineData(120, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    public void An_end_in_the_minute_is_covered_before_anything_is_said_of_its_neighbours(int seconds, bool isInside)
    {
        var covers = AccountOverlap.Cover([Account(1, 0), Account(2, isInside ? 60 : 0), Better(3, seconds)]);
        if (isInside) Assert.Equal([1], covers);
    }

    [Theory]
    [InlineData(-60, 1)]
    [InlineData(-61, 0)]
    [InlineData(119, 1)]
    [InlineData(120, 0)]
    public void An_end_less_than_a_minute_away_from_the_minute_still_covers(int seconds, int covered) =>
        Assert.Equal(covered, AccountOverlap.Cover([Account(1, 0), Better(2, seconds)]).Count);

    [Fact]
    public void One_covers_one_and_the_nearest() =>
        Assert.Equal([2], AccountOverlap.Cover([Account(1, 0), Account(2, 60), Account(3, 120), Better(4, 70)]));

    [Fact]
    public void Two_in_one_minute_cover_two_equal_rows() =>
        Assert.Equal([1, 2], AccountOverlap.Cover([Account(1, 0), Account(2, 0, ordinal: 1), Better(3, 10), Better(4, 40)]));

    [Fact]
    public void One_of_equal_rows_that_is_covered_is_the_first() =>
        Assert.Equal([1], AccountOverlap.Cover([Account(2, 0, ordinal: 1), Account(1, 0), Better(3, 10)]));

    [Fact]
    public void Other_names_are_other_songs() =>
        Assert.Empty(AccountOverlap.Cover([Account(1, 0), Better(2, 10) with { NamesKey = 8 }]));

    [Fact]
    public void A_play_with_two_names_covers_a_row_of_either_name_but_only_one() =>
        Assert.Equal([2], AccountOverlap.Cover(
            [Account(1, 60), Account(2, 0) with { NamesKey = 8 }, Better(3, 40), Better(3, 40) with { Number = 4, NamesKey = 8 }]));

    /// <summary>The obvious way: all pairs in the order of their distances, and each row once.</summary>
    [Fact]
    public void It_finds_what_looking_at_all_pairs_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Rows.ToArbitrary(), rows =>
        {
            var covered = AccountOverlap.Cover(rows).ToHashSet();
            var expected = CoverByAllPairs(rows);
            return expected.SequenceEqual(CountsOf(rows.Where(row => covered.Contains(row.Number))));
        }));

    [Fact]
    public void The_order_of_the_rows_makes_no_difference() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Rows.ToArbitrary(), rows =>
            AccountOverlap.Cover(rows).Order().SequenceEqual(AccountOverlap.Cover(rows.Reverse()).Order())));

    [Fact]
    public void Many_equal_plays_in_one_minute_cost_no_square()
    {
        var rows = Enumerable.Range(0, 30_000)
            .SelectMany(number => (OverlapRow[])[Account(number, 0, number), Better(50_000 + number, number % 60)]);
        Assert.Equal(30_000, AccountOverlap.Cover(rows).Count);
    }

    /// <summary>No two better plays end in the same second, so that no two pairs are alike.</summary>
    private static Gen<OverlapRow[]> Rows =>
        from accounts in Gen.Choose(0, 6).Select(minute => minute * 60).ListOf()
        from betters in Gen.Choose(-90, 480).ListOf()
        from names in Gen.Choose(7, 8).ArrayOf(100)
        select Make([.. accounts.Take(12)], [.. betters.Distinct().Take(12)], names);

    private static OverlapRow[] Make(int[] accounts, int[] betters, int[] names)
    {
        var seen = new Dictionary<(int, int), int>();
        var rows = new List<OverlapRow>();
        for (var i = 0; i < accounts.Length; i++)
        {
            var equal = (names[i], accounts[i]);
            rows.Add(Account(i, accounts[i], seen[equal] = seen.GetValueOrDefault(equal, -1) + 1) with { NamesKey = names[i] });
        }

        for (var i = 0; i < betters.Length; i++)
        {
            rows.Add(Better(100 + i, betters[i]) with { NamesKey = names[50 + i] });
            if (i % 3 == 0) rows.Add(rows[^1] with { Number = 200 + i, NamesKey = 15 - names[50 + i] });
        }

        return [.. rows];
    }

    private static IEnumerable<((long, long), int)> CoverByAllPairs(OverlapRow[] rows)
    {
        var pairs = from account in rows.Where(row => row.IsAccount)
                    from better in rows.Where(row => !row.IsAccount && row.NamesKey == account.NamesKey)
                    let distance = Math.Abs((2 * better.Second) - (2 * account.Second) - 59)
                    where distance < 180
                    orderby distance, account.Second, better.Second, account.NamesKey
                    select (account, better);
        var (covered, taken) = (new List<OverlapRow>(), new HashSet<OverlappingPlay>());
        foreach (var (account, better) in pairs)
        {
            if (covered.Contains(account) || !taken.Add(better.Play)) continue;
            covered.Add(account);
        }

        return CountsOf(covered);
    }

    private static IEnumerable<((long, long), int)> CountsOf(IEnumerable<OverlapRow> rows) =>
        rows.GroupBy(row => (row.NamesKey, row.Second)).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    private static OverlapRow Account(int number, int seconds, int ordinal = 0) =>
        new(number, IsAccount: true, NamesKey: 7, Minute + seconds, new(1, Minute + seconds, double.NegativeInfinity, ordinal), ordinal);

    private static OverlapRow Better(int number, int seconds) =>
        new(number, IsAccount: false, NamesKey: 7, Minute + seconds, new(2 + number, Minute + seconds, double.NegativeInfinity, 0), 0);
}
