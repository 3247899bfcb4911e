using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>Objects of lists, with resolvers of every manner of waiting.</summary>
internal static class ColumnModel
{
    internal sealed record Item(int Id) : IAny;

    internal sealed record Other(int Id) : IAny;

    /// <summary>Tasks that tests complete.</summary>
    internal sealed class Gate
    {
        private readonly TaskCompletionSource<string?>[] _tasks = [.. Enumerable.Range(0, 300).Select(_ => new TaskCompletionSource<string?>())];

        public TaskCompletionSource<string?> Of(int id) => _tasks[id];
    }

    /// <summary>One for each scope.</summary>
    internal sealed class Scoped : IDisposable
    {
        private static int _count;

        public int Number { get; } = Interlocked.Increment(ref _count);

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    internal sealed class Query
    {
        public static Item[] GetItems(int n) => [.. Enumerable.Range(1, n).Select(id => new Item(id))];

        public static Item[][] GetTable() => [[new Item(1), new Item(2)], [], [new Item(3)]];

        public static IAny?[] GetAny(int n) => [.. Enumerable.Range(1, n).Select(id => id % 5 == 0 ? null : id % 2 == 0 ? (IAny)new Other(id) : new Item(id))];
    }

    [UnionType]
    internal interface IAny;

    [ExtendObjectType(typeof(Item))]
    internal static class ItemFields
    {
        public static Task<string?> GetLetterAsync([Parent] Item item, LetterLoader letters, [DefaultValue(0)] int plus) => letters.LoadAsync(item.Id + plus);

        public static async Task<string?> GetTwoAsync([Parent] Item item, LetterLoader letters)
        {
            var both = await Task.WhenAll(letters.LoadAsync(item.Id), letters.LoadAsync(item.Id + 10));
            return string.Concat(both) + await letters.LoadAsync(item.Id + 20);
        }

        public static async Task<string?> GetYieldedAsync([Parent] Item item, LetterLoader letters)
        {
            await Task.Yield();
            return await letters.LoadAsync(item.Id);
        }

        /// <summary>The first waits for something else before it loads.</summary>
        public static async Task<string?> GetLateAsync([Parent] Item item, LetterLoader letters, Gate gate)
        {
            if (item.Id == 1) await gate.Of(1).Task;
            return await letters.LoadAsync(item.Id);
        }

        public static async Task<Item?> GetChildAsync([Parent] Item item, NextLoader next) => new((int)await next.LoadRequiredAsync(item.Id));

        public static Task<string?> GetGated([Parent] Item item, Gate gate) => gate.Of(item.Id).Task;

        public static ValueTask<string?> GetMaybe([Parent] Item item, Gate gate) => item.Id % 2 == 0 ? new("now") : new(gate.Of(item.Id).Task);

        public static async Task<string> GetFailsAsync([Parent] Item item, LetterLoader letters) =>
            item.Id == 3 ? throw new InvalidOperationException() : (await letters.LoadAsync(item.Id))!;

        public static Task<string?> GetThrows([Parent] Item item, LetterLoader letters) =>
            item.Id == 2 ? throw new InvalidOperationException() : letters.LoadAsync(item.Id);

        public static async Task<int> GetScopeAsync(Scoped scoped)
        {
            await Task.Yield();
            ObjectDisposedException.ThrowIf(scoped.IsDisposed, scoped);
            return scoped.Number;
        }

        /// <summary>Looks at its call after it has waited.</summary>
        public static async Task<string> GetPathAsync(IResolverContext context)
        {
            await Task.Yield();
            return $"{string.Join('.', context.Path)} of {context.Parent<Item>().Id}";
        }
    }

    [ExtendObjectType(typeof(Other))]
    internal static class OtherFields
    {
        public static Task<string?> GetLetterAsync([Parent] Other other, LetterLoader letters) => letters.LoadAsync(other.Id + 10);
    }
}
