using Personalify.Api.Community;

namespace Personalify.Api.Tests.Community;

/// <summary>How listeners are put together so that no figure is about one of them.</summary>
public sealed class ListenerGroupsTests
{
    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "1-3")]
    [InlineData(5, "1-5")]
    [InlineData(6, "1-3 4-6")]
    [InlineData(8, "1-3 4-8")]
    [InlineData(30, "1-3 4-6 7-9")]
    public void Each_group_has_at_least_the_minimum(int listeners, string groups) =>
        Assert.Equal(groups, string.Join(' ', Of(listeners).Select(group => $"{group.Rank}-{group.LastRank}")));

    [Fact]
    public void The_own_group_is_marked() => Assert.Equal([false, true, false], Of(9, viewer: 5).Select(group => group.IsYou));

    [Fact]
    public void Averages_have_two_digits()
    {
        var group = Assert.Single(ListenerGroups.Of(
            [new(1, 12_345, 9_876_543_210), new(2, 800, 7), new(3, 1, 0)], minimum: 3, first: 1, viewer: 0));

        Assert.Equal((4_400, 3_300_000_000), (group.Plays, group.MsPlayed));
    }

    [Fact]
    public void Small_averages_are_whole_numbers()
    {
        var group = Assert.Single(ListenerGroups.Of([new(1, 1, 99), new(2, 1, 99), new(3, 2, 99)], minimum: 3, first: 1, viewer: 0));

        Assert.Equal((1, 99), (group.Plays, group.MsPlayed));
    }

    private static IReadOnlyList<CommunityListeners> Of(int listeners, int viewer = 0) => ListenerGroups.Of(
        [.. Enumerable.Range(1, listeners).Select(id => new RankedListener(id, 1_000 - id, 1_000 - id))], minimum: 3, first: 3, viewer);
}
