using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Snapshooter.Xunit;

namespace Personalify.GraphQL.Tests.Data;

public sealed class DataConventionTests
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    [Fact]
    public void The_inputs_have_Hot_Chocolates_names() =>
        Snapshot.Match(SchemaPrinter.Print(Full<InMemoryTests.ListQuery>()), "Songs");

    [Fact]
    public async Task A_filter_type_names_ignores_and_computes_fields()
    {
        var schema = Full<ConfiguredQuery>();
        var filter = (InputObjectType)schema.Types["ShortFilter"];
        Assert.Equal(["or", "title", "titleLength"], filter.Fields.Select(field => field.Name));
        Assert.Equal("How long the title is.", filter.Fields[2].Description);
        Assert.Equal("1", await schema.IdsAsync("where: {titleLength: {lt: 6}}", NoServices));
        Assert.Equal("4 3 2 1", await schema.IdsAsync("order: {titleLength: DESC}", NoServices));
        Assert.DoesNotContain(((InputObjectType)schema.Types["SongSortInput"]).Fields, field => field.Name is "rating" or "secret" or "guarded" or "shout");
    }

    [Fact]
    public void Attributes_in_another_order_than_they_run_in_are_refused()
    {
        var error = Refused<DisorderedQuery>();
        Assert.Equal(ErrorCodes.MiddlewareOrder, error.Code);
        Assert.Contains("write [UsePaging], [UseProjection], [UseFiltering], [UseSorting]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_must_know_filters_orders_and_projections()
    {
        var errors = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<PostgresTests.Query>().Build()).Message;
        Assert.Contains("[UseFiltering], which this schema does not know: call AddFiltering()", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_list_is_refused() => Assert.Contains("must return a list", Refused<SingleQuery>().Message, StringComparison.Ordinal);

    [Fact]
    public void A_filter_of_another_type_is_refused() =>
        Assert.Contains("must be a FilterInputType<", Refused<ForeignQuery>().Message, StringComparison.Ordinal);

    [Fact]
    public void A_computed_field_needs_a_name() =>
        Assert.Contains("so it needs a name", Refused<UnnamedQuery>().Message, StringComparison.Ordinal);

    [Fact]
    public void Pages_in_an_order_of_the_client_need_a_unique_key() =>
        Assert.Contains("[Key]", Refused<KeylessQuery>().Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_parent_does_not_have_cannot_be_required() => Assert.Contains(
        "requires Title of its parent", Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<PlainQuery>().AddType(typeof(WrongType)).Build()).Message,
        StringComparison.Ordinal);

    private static Schema Full<TQuery>() => new SchemaBuilder().AddFiltering().AddSorting().AddProjections().AddQueryType<TQuery>().Build();

    private static GraphQLError Refused<TQuery>() => Assert.Throws<SchemaException>(() => Full<TQuery>()).Errors[0];

    public sealed class ShortFilter : FilterInputType<Songs.Song>
    {
        protected internal override void Configure(FilterInputTypeDescriptor<Songs.Song> descriptor)
        {
            descriptor.Name("ShortFilter").BindFieldsExplicitly().AllowAnd(false);
            descriptor.Field(song => song.Title);
            descriptor.Field(song => song.Title.Length).Name("titleLength").Description("How long the title is.");
        }
    }

    public sealed class LengthOrder : SortInputType<Songs.Song>
    {
        protected internal override void Configure(SortInputTypeDescriptor<Songs.Song> descriptor)
        {
            descriptor.Ignore(song => song.Rating);
            descriptor.Field(song => song.Title.Length).Name("titleLength");
        }
    }

    public sealed class UnnamedFilter : FilterInputType<Songs.Song>
    {
        protected internal override void Configure(FilterInputTypeDescriptor<Songs.Song> descriptor) => descriptor.Field(song => song.Title.Length);
    }

    public sealed record Keyless(string Name);

    public sealed class ConfiguredQuery
    {
        [UseFiltering<ShortFilter>]
        [UseSorting(typeof(LengthOrder))]
        public static List<Songs.Song> GetSongs() => Songs.All();
    }

    public sealed class DisorderedQuery
    {
        [UseSorting]
        [UseFiltering]
        public static List<Songs.Song> GetSongs() => Songs.All();
    }

    public sealed class SingleQuery
    {
        [UseFiltering]
        public static Songs.Song GetSong() => Songs.All()[0];
    }

    public sealed class ForeignQuery
    {
        [UseFiltering(typeof(ShortFilter))]
        public static List<Songs.Singer> GetSingers() => [];
    }

    public sealed class UnnamedQuery
    {
        [UseFiltering<UnnamedFilter>]
        public static List<Songs.Song> GetSongs() => Songs.All();
    }

    public sealed class KeylessQuery
    {
        [UsePaging]
        [UseSorting]
        public static Connection<Keyless> GetItems(PagingArguments paging, QueryContext<Keyless> query) =>
            throw new InvalidOperationException($"{paging} {query}");
    }

    public sealed class PlainQuery
    {
        public static Keyless GetItem() => new("x");
    }

    [ObjectType<Songs.Singer>]
    public static class WrongType
    {
        public static string GetOther([Parent("Title")] Songs.Singer singer) => singer.Name;
    }
}
