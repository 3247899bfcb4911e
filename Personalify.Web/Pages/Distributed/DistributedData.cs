using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Distributed;

/// <param name="Tables">After which table the list goes on.</param>
/// <param name="Name">The table of which rows are shown; nothing where none is chosen.</param>
/// <param name="IsChosen">Whether one is.</param>
/// <param name="IsPlanned">Whether its plan is shown.</param>
/// <param name="Filter">Which of its rows.</param>
/// <param name="OrderBy">By which column.</param>
/// <param name="After">After which row its page begins.</param>
public sealed record DistributedVariables(
    string? Tables, string Name, bool IsChosen, bool IsPlanned, RemoteFilter? Filter, IReadOnlyList<RemoteOrder>? OrderBy, string? After);

/// <summary>One comparison of a column.</summary>
public sealed record RemoteFilter(string Column)
{
    public string? Eq { get; init; }

    public string? Neq { get; init; }

    public string? Gt { get; init; }

    public string? Gte { get; init; }

    public string? Lt { get; init; }

    public string? Lte { get; init; }

    public string? Contains { get; init; }

    public string? StartsWith { get; init; }

    public bool? IsNull { get; init; }
}

public sealed record RemoteOrder(string Column, bool Descending);

/// <summary>What node B has to say is null while it is away, too slow, or asked for something that it cannot do.</summary>
public sealed record DistributedData(ViewerUser? Viewer, RemoteView? Remote) : PartialAnswer, IViewerAnswer
{
    public static readonly GraphQLOperation<DistributedVariables, DistributedData> Operation = new("Distributed/Index");

    /// <summary>The filter has a value that the column cannot have.</summary>
    public const string InvalidFilter = "INVALID_FILTER";

    /// <summary>The cursor is of another list or order.</summary>
    public const string InvalidCursor = "HC0078";

    private static readonly string[] Codes =
        ["NODE_B_AWAY", "NODE_B_TOO_SLOW", "REMOTE_TABLE_REFUSED", "INVALID_COLUMN", InvalidFilter, InvalidCursor];

    /// <summary>Why the rows are not there, or their plan.</summary>
    public GraphQLResponseError? RowsFailure => FindFailure("remote", "table", "rows") ?? FindFailure("remote", "table", "plan");

    public GraphQLResponseError? EstimateFailure => FindFailure("remote", "tables", "nodes", "*", "estimatedRows");

    protected override bool MayFail(GraphQLResponseError failure) => Codes.Contains(failure.Extensions?.Code)
        && (failure.IsAt("remote", "table", "rows") || failure.IsAt("remote", "table", "plan")
            || failure.IsAt("remote", "tables", "nodes", "*", "estimatedRows"));
}

/// <summary>Node B, for who administers this server.</summary>
public sealed record RemoteView(
    NodeBState State, string? Reason, DateTimeOffset Since, ReplicationView Replication, RemoteTables? Tables, RemoteTable? Table);

public sealed record ReplicationView(
    ReplicationState State, string? Reason, long? LagBytes, double? LagSeconds, long? RetainedBytes, long? RemainingBytes,
    int? CopyingTables,
    int? WaitingRows, DateTimeOffset? RefreshedAt);

public sealed record RemoteTables(IReadOnlyList<RemoteTableSummary>? Nodes, PageInfo PageInfo, int TotalCount);

public sealed record RemoteTableSummary(
    string Name, IReadOnlyList<RemoteColumnSummary> Columns, IReadOnlyList<string> Key, long? EstimatedRows);

public sealed record RemoteColumnSummary(string Name, string Type, bool IsNullable);

/// <summary>The table of which rows are shown.</summary>
public sealed record RemoteTable(string Name, IReadOnlyList<RemoteColumn> Columns, RemoteRows? Rows, string? Plan)
{
    public IEnumerable<RemoteColumn> Comparable => Columns.Where(column => column.IsComparable);
}

public sealed record RemoteColumn(string Name, string Type, bool IsComparable);

public sealed record RemoteRows(IReadOnlyList<RemoteRow>? Nodes, PageInfo PageInfo);

public sealed record RemoteRow(IReadOnlyList<RemoteCell> Cells);

public sealed record RemoteCell(string? Text)
{
    private const int MostShown = 200;

    /// <summary>A long value shows how it begins; letters are not cut in two.</summary>
    public string? Shown => Text is { Length: > MostShown } text ? $"{text[..End(text)]}…" : Text;

    private static int End(string text) => char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
}
