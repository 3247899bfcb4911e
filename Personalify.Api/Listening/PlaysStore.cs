using Npgsql;
using Personalify.Api.Data;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>Reads single plays, a page of them wherever it stands in the list.</summary>
public sealed class PlaysStore(NpgsqlDataSource main, ListeningStore listening)
{
    public async Task<Connection<Play>> GetPageAsync(PlaysQuery query, PagingArguments paging, CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        PlayCursor? after = paging.After is { } a ? PlayCursor.Parse(a, nameof(after)) : null;
        PlayCursor? before = paging.Before is { } b ? PlayCursor.Parse(b, nameof(before)) : null;

        await using var command = main.CreateCommand();
        PlaysSql.Write(command, query, after, before, page.RowsToRead, page.IsBackward);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return page.Of(await PlayRow.ReadAllAsync(reader, cancellationToken), play => PlayCursor.Of(play).ToString()) with
        {
            CountAsync = token => CountAsync(query.Of, token),
        };
    }

    /// <summary>The months know it without reading every play.</summary>
    private async ValueTask<int> CountAsync(PeriodListening of, CancellationToken cancellationToken)
    {
        var question = new ListeningQuestion(of.Bounds, of.Play, ListeningParts.None, []) { Filter = of.Filter };
        return (await listening.SumAsync(of.UserId, of.Clock, question, cancellationToken)).Plays;
    }
}
