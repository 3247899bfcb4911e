using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>A schema said by attributes.</summary>
internal static class AttributedShop
{
    [GraphQLDescription("What can be read.")]
    internal sealed class Query
    {
        [UsePaging(MaxPageSize = 2, IncludeTotalCount = true)]
        [UseFiltering]
        [UseSorting]
        [GraphQLDescription("All books.")]
        public static IQueryable<Book> Books => new[] { new Book(2, "b", 5, "x"), new Book(1, "a", 7, "y") }.AsQueryable();

        [GraphQLName("search")]
        [Cost(3)]
        public static IEnumerable<IFound> Find([GraphQLDescription("What.")] [DefaultValue("a")] string text, Wish? wish) =>
            text == "a" ? [new Author(wish?.Title ?? text), new Book(1, "a", (int)(wish?.Mood ?? 0), "y")] : [];

        [Authorize("Staff")]
        [GraphQLType("Float!")]
        public static int Sales => 3;
    }

    internal sealed class Mutation
    {
        [Error<InvalidOperationException>]
        public static Book Sell([ID] int id) => id == 1 ? new Book(1, "a", 1, "") : throw new InvalidOperationException("Sold out.");
    }

    [UnionType]
    [GraphQLName("Found")]
    internal interface IFound;

    [InterfaceType]
    [GraphQLName("Named")]
    internal interface INamed
    {
        [GraphQLDescription("How it is called.")]
        string Name { get; }
    }

    [GraphQLDescription("Something to read.")]
    [Cost(2)]
    [Node(IdField = nameof(BookId))]
    internal sealed record Book(
        [property: GraphQLName("id")] int BookId,
        [property: GraphQLDeprecated("Ask for name.")] string Title,
        int Price,
        [property: GraphQLIgnore] string Secret) : IFound, INamed
    {
        [UseUpperCase]
        public string Name => Title;

        [NodeResolver]
        [GraphQLIgnore]
        public static Task<Book?> GetAsync(int id) => Task.FromResult<Book?>(id == 1 ? new Book(1, "a", 7, "y") : null);
    }

    [ExtendObjectType(typeof(Book))]
    internal static class BookFields
    {
        public static int? GetTwice([Parent] Book book, [GraphQLDescription("How often.")] int times = 2) => book.Price * times;

        [AllowAnonymous]
        public static Task<Author[]> GetAuthorsAsync([Parent] Book book) => Task.FromResult<Author[]>([new Author(book.Title)]);
    }

    [GraphQLName("Writer")]
    internal sealed record Author(string Name) : IFound, INamed;

    [GraphQLName("WishInput")]
    [GraphQLDescription("What is wanted.")]
    internal sealed record Wish([GraphQLName("called")] string? Title, [DefaultValue(Mood.Sad)] Mood? Mood)
    {
        [GraphQLIgnore]
        public string? Hidden { get; init; }
    }

    [GraphQLDescription("How it feels.")]
    internal enum Mood
    {
        [GraphQLName("HAPPY")]
        Glad,

        [GraphQLDeprecated("No tears.")]
        Sad,

        [GraphQLIgnore]
        None,
    }
}
