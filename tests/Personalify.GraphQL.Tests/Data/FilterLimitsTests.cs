using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Data;

public sealed class FilterLimitsTests
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();
    private static readonly Schema Schema = new SchemaBuilder()
        .AddFiltering(options => (options.MaxConditions, options.MaxDepth, options.MaxListValues) = (3, 4, 5))
        .AddSorting(options => options.MaxFields = 2)
        .AddQueryType<Query>()
        .Build();

    [Theory]
    [InlineData("{id: {neq: 9}, rating: {neq: 9, eq: 5}}")]
    [InlineData("{or: [{singer: {name: {eq: \"Ada\"}}}]}")]
    [InlineData("{id: {in: [1, 2]}, msPlayed: {in: [1, 2, 3]}}")]
    public async Task What_meets_a_limit_is_answered(string where) =>
        Assert.NotNull(await Schema.IdsAsync($"where: {where}", NoServices));

    [Theory]
    [InlineData("{id: {neq: 9}, rating: {neq: 9, eq: 5}, title: {neq: \"\"}}", "The filter has more than 3 conditions: ask for less at once.")]
    [InlineData("{or: [{and: [{singer: {name: {eq: \"Ada\"}}}]}]}", "The filter is nested deeper than 4 levels: ask for less at once.")]
    [InlineData("{id: {in: [1, 2, 3]}, msPlayed: {in: [1, 2, 3]}}", "The filter lists 6 values where 5 are allowed: ask for less at once.")]
    public async Task What_exceeds_a_limit_is_refused(string where, string message) => await RefusedAsync($"where: {where}", message, ErrorCodes.FilterTooComplex);

    [Theory]
    [InlineData("{title: {contains: null}}", "StringOperationFilterInput.contains")]
    [InlineData("{msPlayed: {eq: null}}", "IntOperationFilterInput.eq")]
    [InlineData("{rating: {gt: null}}", "IntOperationFilterInput.gt")]
    [InlineData("{msPlayed: {in: [null]}}", "IntOperationFilterInput.in")]
    [InlineData("{msPlayed: {in: null}}", "IntOperationFilterInput.in")]
    [InlineData("{title: null}", "SongFilterInput.title")]
    [InlineData("{and: null}", "SongFilterInput.and")]
    [InlineData("{tags: {any: null}}", "ListStringOperationFilterInput.any")]
    [InlineData("{reviews: {some: null}}", "ListFilterInputTypeOfReviewFilterInput.some")]
    public async Task Null_where_there_is_nothing_to_compare_is_refused(string where, string place)
    {
        var name = place[(place.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var message = $"{place} is null, which is nothing to compare with: give a value, or leave {name} out.";
        await RefusedAsync($"where: {where}", message, ErrorCodes.NullInFilter);
    }

    [Fact]
    public async Task An_id_that_is_no_number_is_refused() =>
        await RefusedAsync("where: {id: {eq: \"x\"}}", "IdOperationFilterInput.eq: 'x' is not an id.", ErrorCodes.InvalidVariable);

    [Fact]
    public async Task An_order_has_a_limit() => await RefusedAsync(
        "order: [{title: ASC}, {id: ASC}, {rating: ASC}]", "The order has 3 entries where 2 are allowed.", ErrorCodes.OrderTooComplex);

    [Theory]
    [InlineData("order: [{title: ASC, id: ASC}]")]
    [InlineData("order: [{}]")]
    [InlineData("order: [{singer: {name: ASC, born: ASC}}]")]
    public async Task An_entry_of_an_order_names_one_field(string arguments)
    {
        using var result = await Schema.AskAsync($"{{ songs({arguments}) {{ id }} }}", NoServices);
        Assert.Equal(ErrorCodes.AmbiguousOrder, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_direction_is_not_null() =>
        await RefusedAsync("order: [{title: null}]", "SongSortInput.title is null: say ASC or DESC, or leave the entry out.", ErrorCodes.AmbiguousOrder);

    private static async Task RefusedAsync(string arguments, string message, string code)
    {
        using var result = await Schema.AskAsync($"{{ songs({arguments}) {{ id }} }}", NoServices);
        var error = Assert.Single(result.Errors);
        Assert.Equal((message, code), (error.Message, error.Code));
    }

    public sealed class Query
    {
        [UseFiltering]
        [UseSorting]
        public static List<Songs.Song> GetSongs() => Songs.All();
    }
}
