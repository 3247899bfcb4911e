using System.Collections.Concurrent;

namespace Personalify.GraphQL.Bookshop;

public sealed record Author(int Id, string Name);

public sealed record Book(int Id, string Title, int AuthorId, int Pages);

/// <summary>What there is to ask for: a few books in memory, and how often they were asked for.</summary>
public sealed class Shop
{
    private readonly ConcurrentDictionary<int, Book> _books = new(new[]
    {
        new Book(1, "The Dispossessed", 1, 387), new(2, "The Left Hand of Darkness", 1, 286), new(3, "Solaris", 2, 204), new(4, "Roadside Picnic", 3, 209),
    }.ToDictionary(book => book.Id));

    private readonly Author[] _authors = [new(1, "Ursula K. Le Guin"), new(2, "Stanisław Lem"), new(3, "Arkady and Boris Strugatsky")];

    private int _authorQueries;

    public IQueryable<Book> Books => _books.Values.AsQueryable();

    /// <summary>How many times authors were fetched.</summary>
    public int AuthorQueries => _authorQueries;

    public Book? FindBook(int id) => _books.GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<int, Author>> FindAuthorsAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _authorQueries);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return _authors.Where(author => ids.Contains(author.Id)).ToDictionary(author => author.Id);
    }

    public Book Rename(int id, string title)
    {
        if (title.Length == 0) throw new TitleMissingException();
        var renamed = FindBook(id) is { } book ? book with { Title = title } : throw new BookNotFoundException(id);
        return _books[id] = renamed;
    }
}

public sealed class BookNotFoundException(int bookId) : Exception($"There is no book {bookId}.")
{
    public int BookId => bookId;
}

public sealed class TitleMissingException() : Exception("A book needs a title: send one with at least one letter.");
