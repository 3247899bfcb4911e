using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personalify.Web.Tests.Support;

/// <summary>What the Api says of both nodes, in each of their states.</summary>
public static class RemoteAnswers
{
    public const string ResyncReason =
        "Node B was away until more had changed than node A keeps for it (max_slot_wal_keep_size). Run `remote resync` to fill it anew.";

    /// <summary>Everything is well; a table is chosen, whose last row is hostile.</summary>
    public static string Up(bool isChosen = true, string? rowsAfter = "r2") =>
        Json(Node("UP", null), Replication("STREAMING", null), Tables(4200), isChosen ? Table(rowsAfter) : null);

    public static string NotConfigured() => Json(
        Node("NOT_CONFIGURED", null),
        Replication("NOT_CONFIGURED", "There is no node B: ConnectionStrings:Stats is not set.", isKnown: false), Tables(), null);

    /// <summary>Its tables are known, and nothing that is in them.</summary>
    public static string Away() => WithErrors(
        Json(Node("AWAY", "Node B did not answer within 400 ms."), Replication("STOPPED", "Node B did not answer within 400 ms."),
            Tables([null]), Table(null, false)),
        ("Node B, which has this, does not answer. Everything else is there; try again when it is back.", "NODE_B_AWAY",
            ["remote", "tables", "nodes", 0, "estimatedRows"]),
        ("Node B, which has this, does not answer. Everything else is there; try again when it is back.", "NODE_B_AWAY",
            ["remote", "table", "rows"]));

    public static string Preparing() => Json(
        Node("PREPARING", "Node B cannot be prepared: wal_level is replica."),
        Replication("PREPARING", "Node B is being set up.", isKnown: false), Tables(), null);

    public static string SlotLost() => Json(Node("UP", null), Replication("SLOT_LOST", ResyncReason), Tables(4200), null);

    /// <summary>The rows of the chosen table are refused.</summary>
    public static string Refused(string message, string code) => WithErrors(
        Json(Node("UP", null), Replication("STREAMING", null), Tables(4200), Table(null, false)),
        (message, code, ["remote", "table", "rows"]));

    private static object Node(string state, string? reason) => new { state, reason };

    private static object Replication(string state, string? reason, bool isKnown = true) => new
    {
        state, reason, lagBytes = isKnown ? 2_400_000L : (long?)null, lagSeconds = isKnown ? 12.5 : (double?)null,
        retainedBytes = isKnown ? 33_000_000L : (long?)null, remainingBytes = isKnown ? 1_040_000_000L : (long?)null,
        copyingTables = isKnown ? 0 : (int?)null,
        waitingRows = isKnown ? 100_000 : (int?)null, refreshedAt = isKnown ? "2026-02-01T23:30:00Z" : null,
    };

    private static object[] Tables(params long?[] estimates) =>
    [
        .. estimates.Select(rows => new
        {
            name = "gigs", key = new[] { "id" }, estimatedRows = rows,
            columns = new[] { Column("id", "integer", false), Column("city", "text", true), Column("extra", "jsonb", true) },
        }),
    ];

    private static object Table(string? after, bool hasRows = true) => new
    {
        name = "gigs", columns = new[] { Column("id", "integer", false), Column("city", "text", true), Column("extra", "jsonb", true) },
        rows = hasRows
            ? new { nodes = new[] { Row("1", "Oslo", new string('x', 300)), Row("2", null, SampleAnswers.Hostile) },
                pageInfo = Page(after) }
            : null,
        plan = hasRows ? "Foreign Scan on remote.gigs t\n  Remote SQL: SELECT id, city FROM public.gigs LIMIT 10::bigint" : null,
    };

    private static object Row(params string?[] cells) => new { cells = cells.Select(text => new { text }) };

    private static object Page(string? end) =>
        new { hasNextPage = end is not null, hasPreviousPage = false, startCursor = "r1", endCursor = end };

    private static object Column(string name, string type, bool isNullable) =>
        new { name, type, isNullable, isComparable = type != "jsonb" };

    private static string Json(object node, object replication, object[] tables, object? table)
    {
        var remote = JsonSerializer.SerializeToNode(node)!;
        remote["since"] = "2026-02-01T22:00:00Z";
        remote["replication"] = JsonSerializer.SerializeToNode(replication);
        remote["tables"] = JsonSerializer.SerializeToNode(new { nodes = tables, pageInfo = Page(null), totalCount = tables.Length });
        if (table is not null) remote["table"] = JsonSerializer.SerializeToNode(table);
        return new JsonObject { ["remote"] = remote }.ToJsonString();
    }

    /// <summary>A whole response, of which the errors come first.</summary>
    private static string WithErrors(string data, params (string Message, string Code, object[] Path)[] errors) =>
        $$"""{"errors":{{JsonSerializer.Serialize(errors.Select(error => new { message = error.Message, path = error.Path, extensions = new { code = error.Code } }))}},"data":{{data}}}""";
}
