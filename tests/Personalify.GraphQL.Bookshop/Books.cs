using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Bookshop;

[QueryType]
public static class BookQueries
{
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooks(Shop shop) => shop.Books;          // where, order, first, after and a connection

    public static Book? GetBook([ID<Book>] int id, Shop shop) => shop.FindBook(id);
}

[ObjectType<Book>, Node]
public static class BookType
{
    [NodeResolver]
    public static Book? Get(int id, Shop shop) => shop.FindBook(id);

    public static Task<Author> GetAuthorAsync([Parent] Book book, IAuthorByIdDataLoader authors, CancellationToken cancellationToken) =>
        authors.LoadRequiredAsync(book.AuthorId, cancellationToken);           // one call of the store for all books of a level
}

public static class BookLoaders
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<int, Author>> GetAuthorByIdAsync(IReadOnlyList<int> ids, Shop shop, CancellationToken cancellationToken) =>
        shop.FindAuthorsAsync(ids, cancellationToken);
}

[MutationType]
public static class BookMutations
{
    [Error<BookNotFoundException>, Error<TitleMissingException>]              // errors of the payload; anything else is an unexpected error
    public static async Task<Book> RenameBookAsync([ID<Book>] int id, string title, Shop shop, ITopicEventSender sender, CancellationToken cancellationToken)
    {
        var book = shop.Rename(id, title);
        await sender.SendAsync(nameof(BookSubscriptions.BookRenamed), book, cancellationToken);
        return book;
    }
}

[SubscriptionType]
public static class BookSubscriptions
{
    [Subscribe]
    public static Book BookRenamed([EventMessage] Book book) => book;
}
