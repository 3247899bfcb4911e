using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Personalify.Api.Errors;
using Personalify.Domain.Catalog;
using Personalify.Domain.Imports;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Imports;

/// <summary>
/// Follows one import of one user: its row as it is, then whenever it has changed, until it is finished. Reads when it is told of a change,
/// and at an interval as well, because a word may be lost where processes share no Redis, or while it is away.
/// </summary>
public sealed class ImportFollower(ImportStore store, ImportChanges changes, TimeProvider time, IOptions<ImportOptions> options)
{
    /// <exception cref="GraphQLException">The user has no such import.</exception>
    public async Task<IAsyncEnumerable<Import>> OpenAsync(int userId, long id, CancellationToken cancellationToken) =>
        CatalogId.NumberFor(userId, id) is { } number && await store.FindAsync(userId, number, cancellationToken) is { } import
            ? FollowAsync(import, cancellationToken)
            : throw new GraphQLException(ImportNotFoundError.Unknown.Message, ArgumentErrors.ImportNotFound);

    private async IAsyncEnumerable<Import> FollowAsync(Import followed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var words = await changes.ListenAsync(followed.Id, cancellationToken);
        var next = words.ReadEventsAsync().GetAsyncEnumerator(cancellationToken);
        Task<bool>? word = null;
        Import? shown = null;
        while (await store.FindAsync(followed.UserId, followed.Number, cancellationToken) is { } import)
        {
            if (!SaysTheSame(import, shown)) yield return shown = import;
            if (import.Status is ImportStatus.Completed or ImportStatus.Failed or ImportStatus.Undone) yield break;
            word ??= next.MoveNextAsync().AsTask();
            if (await ComesAsync(word, cancellationToken)) word = null;
        }
    }

    private async Task<bool> ComesAsync(Task<bool> word, CancellationToken cancellationToken)
    {
        try
        {
            return await word.WaitAsync(options.Value.PollInterval, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false; // Nobody said anything: look anyway.
        }
    }

    private static bool SaysTheSame(Import import, Import? shown) => shown is not null
        && (import.Status, import.IsPreview, import.Progress, import.StartedAt, import.FinishedAt, import.Error, import.Files.Count)
            == (shown.Status, shown.IsPreview, shown.Progress, shown.StartedAt, shown.FinishedAt, shown.Error, shown.Files.Count);
}
