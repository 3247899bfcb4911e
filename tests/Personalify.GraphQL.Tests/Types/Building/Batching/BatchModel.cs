using System.Collections.Immutable;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types.Building.Batching;

/// <summary>Books whose fields are resolved in batches.</summary>
internal static class BatchModel
{
    /// <summary>Which method was called with which parents.</summary>
    internal sealed class CallLog
    {
        private readonly List<string> _calls = [];

        public IReadOnlyList<string> Calls
        {
            get
            {
                lock (_calls) return [.. _calls];
            }
        }

        public void Add(string method, IEnumerable<Book> books) => Add(method, books.Select(book => book.Id));

        public void Add<T>(string method, IEnumerable<T> values)
        {
            lock (_calls) _calls.Add($"{method} {string.Join(',', values)}");
        }
    }

    [UnionType]
    internal interface IItem;

    internal sealed record Book(int Id, string Title) : IItem
    {
        public static Book Of(int id) => new(id, $"t{id}");
    }

    internal sealed record Film(int Id) : IItem;

    internal sealed class Query
    {
        public static Book[] Books => [Book.Of(1), Book.Of(2), Book.Of(3)];

        public static Book[][] Shelves => [[Book.Of(1), Book.Of(2)], [], [Book.Of(3)]];

        public static Book?[] Gaps => [Book.Of(1), null, Book.Of(2)];

        public static IItem[] Items => [Book.Of(1), new Film(2), Book.Of(3), new Film(4)];

        public static Book[] GetShelf(string name, [ScopedState("shelf")] SetState<string> set)
        {
            set(name);
            return Books;
        }

        [BatchResolver]
        public static List<Book?> GetBook(IReadOnlyList<int> id, CallLog log)
        {
            log.Add("book", id);
            return [.. id.Select(each => each > 0 ? Book.Of(each) : null)];
        }
    }

    internal sealed class Mutation
    {
        public static Book[] Add(int id) => [Book.Of(id), Book.Of(id + 1)];
    }

    /// <summary>The title in capitals, for a batch that loads.</summary>
    internal sealed class CapitalLoader(IBatchScheduler scheduler, CallLog log) : BatchDataLoader<string, string>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            log.Add("capitals", keys);
            await Task.Yield();
            return keys.ToDictionary(key => key, key => key.ToUpperInvariant());
        }
    }

    [ObjectType<Film>]
    internal static class FilmFields
    {
        [BatchResolver]
        public static int[] GetLength([Parent] IEnumerable<Film> films, CallLog log)
        {
            log.Add("length", films.Select(film => film.Id));
            return [.. films.Select(film => film.Id * 10)];
        }
    }

    [ObjectType<Book>]
    internal static class BookFields
    {
        [BatchResolver]
        public static List<string> GetLabel([Parent] List<Book> books, CallLog log)
        {
            log.Add("label", books);
            return books.ConvertAll(book => $"l{book.Id}");
        }

        [BatchResolver]
        public static async Task<IReadOnlyList<string?>> GetSlowAsync([Parent] IReadOnlyList<Book> books, CallLog log, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            log.Add("slow", books);
            return [.. books.Select(book => book.Id == 2 ? null : $"s{book.Id}")];
        }

        [BatchResolver]
        public static ValueTask<ImmutableArray<int>> GetNumberAsync([Parent] ImmutableArray<Book> books) => new([.. books.Select(book => book.Id)]);

        [BatchResolver]
        public static IList<string> GetGreeting([Parent] Book[] books, string[] greeting, IReadOnlyList<int?> times, [DefaultValue("!")] List<string> end, CallLog log)
        {
            log.Add("greeting", books);
            return [.. books.Select((book, index) => $"{greeting[index]} {book.Id} {times[index]}{end[index]}")];
        }

        [BatchResolver]
        public static Book[] GetNext([Parent] Book[] books, CallLog log)
        {
            log.Add("next", books);
            return [.. books.Select(book => Book.Of(book.Id + 10))];
        }

        [BatchResolver]
        public static async Task<string[]> GetCapitalsAsync([Parent] Book[] books, CapitalLoader loader, CancellationToken cancellationToken) =>
            [.. (await loader.LoadAsync([.. books.Select(book => book.Title)], cancellationToken)).Select(title => title!)];

        [BatchResolver]
        public static ResolverResult<string?>[] GetChecked([Parent] Book[] books) => [.. books.Select(Check)];

        [BatchResolver]
        public static ResolverResult<int>[] GetStrict([Parent] Book[] books) => [.. books.Select(book => book.Id == 2 ? ResolverResult.Fail("Not two.", "TWO") : ResolverResult.Ok(book.Id))];

        [BatchResolver]
        public static string?[] GetShort([Parent] Book[] books) => [.. books.Skip(1).Select(book => book.Title)];

        [BatchResolver]
        public static List<string?>? GetNothing([Parent] Book[] books) => books.Length == 0 ? [] : null;

        [BatchResolver]
        public static Task<string?[]> GetFailing([Parent] Book[] books) => throw new GraphQLException($"{books.Length} failed.", "ALL");

        [BatchResolver]
        [Authorize("odd", ApplyPolicy.BeforeResolver)]
        public static string?[] GetGuarded([Parent] Book[] books, CallLog log)
        {
            log.Add("guarded", books);
            return [.. books.Select(book => book.Title)];
        }

        [BatchResolver]
        [UsePaging]
        public static int[][] GetPages([Parent] Book[] books, CallLog log)
        {
            log.Add("pages", books);
            return [.. books.Select(book => Enumerable.Range(book.Id * 10, 4).ToArray())];
        }

        [BatchResolver]
        [UsePaging]
        public static Page<string>[] GetLeaves([Parent] Book[] books, PagingArguments paging, CallLog log)
        {
            log.Add($"leaves of {paging.First}", books);
            return [.. books.Select(book => new Page<string>([$"leaf {book.Id}"], true, false, leaf => leaf, _ => new ValueTask<int>(1)))];
        }

        [BatchResolver]
        public static string?[] GetPlace([Parent] Book[] books, [ScopedState] string? shelf, [GlobalState] string? user, CallLog log)
        {
            log.Add($"place {shelf}", books);
            return [.. books.Select(book => $"{shelf}{user}{book.Id}")];
        }

        [BatchResolver]
        public static Book[] GetSelected([Parent] Book[] books, [IsSelected("title")] bool hasTitle, ISelection selection, CallLog log)
        {
            log.Add($"selected {selection.ResponseName} {hasTitle}", books);
            return books;
        }

        private static ResolverResult<string?> Check(Book book) =>
            book.Id == 2 ? ResolverResult.Fail(new GraphQLError("No two.").WithCode("TWO")) : book.Title;
    }
}
