using System.ComponentModel;
using System.Text.Json;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>A small library: every kind of type that annotated C# can make.</summary>
internal static class Library
{
    [QueryType]
    [GraphQLDescription("Where every read starts.")]
    public static class BookQueries
    {
        public static string Version => "1";

        [GraphQLDescription("A book by its id.")]
        public static Book? GetBook([ID] int id) => id == 1 ? new Book(1, "Emma", Genre.Novel) : null;

        public static Task<IReadOnlyList<IShelved>> GetShelfAsync(
            ShelfFilter? filter, [GraphQLDescription("The order.")] ShelfOrder order = ShelfOrder.NewestFirst, int first = 10) =>
            Task.FromResult<IReadOnlyList<IShelved>>([new Book(first, filter?.Text ?? order.ToString(), Genre.Novel)]);

        public static ValueTask<Hit> FindAsync(Search by) => new(new Book(by.Id ?? 0, by.Title ?? "", Genre.Novel));
    }

    [QueryType]
    public sealed class ReaderQueries
    {
        [Obsolete("Use readers.")]
        public Reader? Reader { get; } = new() { Name = "Ada" };
    }

    [MutationType]
    public static class BookMutations
    {
        public static LendPayload Lend(LendInput input) => new(null, [new BookLentError("It is lent.", new DateOnly(2026, 1, 31))]);
    }

    [GraphQLDescription("A printed book.")]
    public sealed record Book([ID] int Id, [GraphQLDescription("As printed.")] string Title, Genre Genre) : Hit, IShelved
    {
        public int? Pages { get; init; }

        public string[]? Tags { get; init; }

        public IReadOnlyList<int?> Ratings { get; init; } = [];

        public DateTimeOffset AddedAt { get; init; }

        public TimeSpan? ReadingTime { get; init; }

        [GraphQLIgnore]
        public string Secret => $"hidden {Title}";

        public string Shelf() => Title[..1];
    }

    public sealed class Reader : Hit
    {
        [GraphQLName("displayName")]
        public required string Name { get; init; }

        public Uri? HomePage { get; init; }

        public JsonElement? Preferences { get; init; }

        public long BytesUsed { get; init; }
    }

    [UnionType]
    public interface Hit;

    [InterfaceType]
    [GraphQLName("Shelved")]
    public interface IShelved
    {
        [GraphQLDescription("Where it stands.")]
        string Shelf();

        string Label => $"Shelf {Shelf()}";
    }

    [Description("What a book is.")]
    public enum Genre
    {
        Novel,

        [GraphQLDescription("Facts.")]
        NonFiction,

        [Obsolete]
        Unknown,
    }

    public enum ShelfOrder
    {
        NewestFirst,
        ByTitle,
    }

    public sealed record ShelfFilter(string? Text, [GraphQLDescription("Only of these.")] IReadOnlyList<Genre>? Genres, int MinPages = 1, Optional<string> Note = default);

    [OneOf]
    public sealed record Search(int? Id, string? Title);

    public sealed class LendInput
    {
        [ID]
        public required int BookId { get; init; }

        [DefaultValue(14)]
        public int Days { get; init; }

        public bool Remind { get; init; } = true;
    }

    public sealed record LendPayload(Book? Book, IReadOnlyList<Error>? Errors);

    [InterfaceType]
    public abstract record Error(string Message);

    public sealed record BookLentError(string Message, DateOnly Until) : Error(Message);

    [ObjectType<Book>]
    public static class BookFields
    {
        public static string GetTitle([Parent] Book book) => book.Title.ToUpperInvariant();

        [UsePaging(MaxPageSize = 20, IncludeTotalCount = true)]
        public static Connection<Reader> GetReaders(PagingArguments paging, [Parent] Book book, string? nameStartsWith = null) =>
            new([new Edge<Reader>(new Reader { Name = $"{book.Id}{nameStartsWith}{paging.First}" }, "c")], new ConnectionPageInfo(false, false, "c", "c"))
            {
                CountAsync = _ => new ValueTask<int>(7),
            };
    }
}
