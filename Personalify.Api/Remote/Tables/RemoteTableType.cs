using Personalify.Api.Data;

namespace Personalify.Api.Remote.Tables;

/// <summary>What node B is asked for; each of these fields is null with an error while it is away.</summary>
[ObjectType<RemoteTable>]
public static class RemoteTableType
{
    [UsePaging(ConnectionName = "RemoteRows", MaxPageSize = 100, AllowBackwardPagination = false, IncludeTotalCount = false)]
    [GraphQLDescription("Its rows, by default in the order of its primary key. Node B filters, orders and counts off the page.")]
    public static async Task<Connection<RemoteRow>?> GetRowsAsync(
        [Parent] RemoteTable table, PagingArguments paging, RemoteRowStore store, CancellationToken cancellationToken,
        [GraphQLDescription("Which rows; all unless given.")] RemoteFilterInput? filter = null,
        [GraphQLDescription("By which columns, at most five.")] IReadOnlyList<RemoteOrderInput>? orderBy = null)
    {
        var page = new KeysetPage(paging);
        var statement = new RemoteStatement(table, filter, orderBy, paging.After, page.RowsToRead);
        return page.Of(await store.ListAsync(statement, cancellationToken), row => row.Cursor.ToString()!);
    }

    [GraphQLDescription("How many rows it has, as node B's planner estimates it.")]
    public static async Task<long?> GetEstimatedRowsAsync(
        [Parent] RemoteTable table, RemoteRowStore store, CancellationToken cancellationToken) =>
        await store.EstimateAsync(table, cancellationToken);

    [GraphQLDescription("How node A reads the first page of such rows: EXPLAIN (VERBOSE), with the statement that node B gets.")]
    public static async Task<string?> GetPlanAsync(
        [Parent] RemoteTable table, RemoteRowStore store, CancellationToken cancellationToken,
        [GraphQLDescription("Which rows; all unless given.")] RemoteFilterInput? filter = null,
        [GraphQLDescription("By which columns, at most five.")] IReadOnlyList<RemoteOrderInput>? orderBy = null)
    {
        var statement = new RemoteStatement(table, filter, orderBy, null, new PagingOptions().DefaultPageSize);
        return await store.ExplainAsync(statement, cancellationToken);
    }
}
