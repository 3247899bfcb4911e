using Npgsql;
using Personalify.Api.Data;

namespace Personalify.Api.Listening;

/// <summary>Reads single plays, a page of them wherever it stands in the list.</summary>
public sealed class PlaysStore(NpgsqlDataSource main)
{
    public async Task<Connection<Play>> GetPageAsync(PlaysQuery query, PagingArguments paging, CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        PlayCursor? after = paging.After is { } a ? PlayCursor.Parse(a, nameof(after)) : null;
        PlayCursor? before = paging.Before is { } b ? PlayCursor.Parse(b, nameof(before)) : null;

        await using var command = main.CreateCommand();
        PlaysSql.Write(command, query, after, before, page.RowsToRead, page.IsBackward);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return page.Of(await PlayRow.ReadAllAsync(reader, cancellationToken), play => PlayCursor.Of(play).ToString());
    }
}
