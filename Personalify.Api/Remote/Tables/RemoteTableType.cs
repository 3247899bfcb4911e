using System.Text.Json;
using Personalify.Api.Data;

namespace Personalify.Api.Remote.Tables;

/// <summary>What node B is asked for; each of these fields is null with an error while it is away.</summary>
[ObjectType<RemoteTable>]
public static class RemoteTableType
{
    [UsePaging(ConnectionName = "RemoteRows", MaxPageSize = 100, AllowBackwardPagination = false, IncludeTotalCount = false)]
    [GraphQLDescription("Its rows, by default in the order of its primary key. Node B filters, orders and counts off the page.")]
    public static async Task<Connection<RemoteRow>?> GetRowsAsync(
        [Parent] RemoteTable table, PagingArguments paging, RemoteReading node, CancellationToken cancellationToken,
        [GraphQLDescription("Which rows; all unless given.")] RemoteFilterInput? filter = null,
        [GraphQLDescription("By which columns, at most five.")] IReadOnlyList<RemoteOrderInput>? orderBy = null)
    {
        var page = new KeysetPage(paging);
        var statement = new RemoteStatement(table, filter, orderBy, paging.After, page.RowsToRead);
        var index = 0;
        var rows = await node.ListAsync(statement.Rows, row => statement.Read(row, index++), cancellationToken, statement.Values);
        return page.Of(rows, row => row.Cursor.ToString()!);
    }

    [GraphQLDescription("How many rows it has, as node B's planner estimates it.")]
    public static async Task<long?> GetEstimatedRowsAsync([Parent] RemoteTable table, RemoteReading node,
        CancellationToken cancellationToken)
    {
        var plan = await node.ListAsync(RemoteStatement.Estimate(table), row => row.GetString(0), cancellationToken);
        using var document = JsonDocument.Parse(plan[0]);
        return (long)document.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }

    [GraphQLDescription("How node A reads the first page of such rows: EXPLAIN (VERBOSE), with the statement that node B gets.")]
    public static async Task<string?> GetPlanAsync(
        [Parent] RemoteTable table, RemoteReading node, CancellationToken cancellationToken,
        [GraphQLDescription("Which rows; all unless given.")] RemoteFilterInput? filter = null,
        [GraphQLDescription("By which columns, at most five.")] IReadOnlyList<RemoteOrderInput>? orderBy = null)
    {
        var statement = new RemoteStatement(table, filter, orderBy, null, new PagingOptions().DefaultPageSize);
        return string.Join('\n', await node.ListAsync(statement.Plan, row => row.GetString(0), cancellationToken, statement.Values));
    }
}
