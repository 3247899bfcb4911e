using Personalify.Domain.Sync;

namespace Personalify.Domain.Tests.Sync;

public sealed class RankComparisonTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "a b", "+a@1 +b@2")]
    [InlineData("a b", "", "-a@1 -b@2")]
    [InlineData("a b c", "a b c", "=a@1 =b@2 =c@3")]
    [InlineData("a b c", "c b d", "+d@3 -a@1 c3→1 =b@2")]
    [InlineData("a b", "b a", "b2→1 a1→2")]
    [InlineData("a b a", "a", "-b@2 =a@1")]
    public void Every_entry_entered_left_moved_or_stayed(string from, string to, string changes)
    {
        var compared = RankComparison.Between(Ranked(from), Ranked(to), entry => entry.Key, entry => entry.Rank);
        Assert.Equal(changes, string.Join(' ',
        [
            .. compared.Entered.Select(change => $"+{change.Item.Key}@{change.ToRank}{change.FromRank}"),
            .. compared.Left.Select(change => $"-{change.Item.Key}@{change.FromRank}{change.ToRank}"),
            .. compared.Moved.Select(change => $"{change.Item.Key}{change.FromRank}→{change.ToRank}"),
            .. compared.Kept.Select(change => $"={change.Item.Key}@{(change.FromRank == change.ToRank ? change.ToRank : null)}"),
        ]));
    }

    private static List<(string Key, int Rank)> Ranked(string keys) =>
        [.. keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((key, index) => (key, index + 1))];
}
