using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Tests.Data;

public sealed class QueryContextTests
{
    [Fact]
    public void Queries_are_equal_when_they_say_the_same() => Assert.Equal(Long(1000, "a", "b"), Long(1000, "a", "b"));

    [Fact]
    public void Another_value_is_another_query()
    {
        Assert.NotEqual(Long(1000, "a"), Long(1001, "a"));
        Assert.NotEqual(Long(1000, "a"), Long(1000, "b"));
        Assert.NotEqual(Long(1000, "a"), Long(1000, "a", "a"));
    }

    [Fact]
    public void Another_member_or_direction_is_another_query()
    {
        Assert.NotEqual(Where(song => song.Title == "a"), Where(song => song.Subtitle == "a"));
        Assert.NotEqual(Where(song => song.MsPlayed > 1), Where(song => song.MsPlayed >= 1));
        Assert.NotEqual(Order(order => order.AddAscending(song => song.Id)), Order(order => order.AddDescending(song => song.Id)));
        Assert.NotEqual(Where(song => song.Title.StartsWith("ab")), Where(song => song.Title.EndsWith("ab")));
    }

    [Fact]
    public void A_property_is_included_once_and_in_what_is_read_only()
    {
        var query = new QueryContext<Songs.Singer>(singer => new Songs.Singer { Name = singer.Name });
        var included = query.Include(singer => singer.Id).Include(singer => singer.Id);
        var read = included.Selector!.Compile()(new Songs.Singer { Id = 7, Name = "Ada", Born = 1980 });
        Assert.Equal((7, "Ada", null), (read.Id, read.Name, read.Born));
        Assert.Null(QueryContext<Songs.Singer>.Empty.Include(singer => singer.Id).Selector);
    }

    [Fact]
    public void Conditions_add_up()
    {
        var query = Where(song => song.Id > 1).And(other => other.Id < 4);
        Assert.Equal([2, 3], Songs.All().AsQueryable().With(query).Select(song => song.Id));
    }

    [Fact]
    public void An_order_ends_with_the_unique_key_once()
    {
        var order = new SortDefinition<Songs.Song>().AddDescending(song => song.Title);
        Assert.Equal(2, order.AddUniqueKey().AddUniqueKey().Operations.Count);
        Assert.Single(new SortDefinition<Songs.Song>().AddDescending(song => song.Id).AddUniqueKey().Operations);
    }

    private static QueryContext<Songs.Song> Long(int milliseconds, params string[] titles) =>
        Where(song => song.MsPlayed > milliseconds && titles.Contains(song.Title));

    private static QueryContext<Songs.Song> Where(System.Linq.Expressions.Expression<Func<Songs.Song, bool>> predicate) => new(Predicate: predicate);

    private static QueryContext<Songs.Song> Order(Func<SortDefinition<Songs.Song>, SortDefinition<Songs.Song>> order) =>
        new(Sorting: order(SortDefinition<Songs.Song>.Empty));
}
