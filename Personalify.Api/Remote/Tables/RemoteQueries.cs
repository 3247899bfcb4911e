using Personalify.Api.Access;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Tables;

[QueryType]
public static class RemoteQueries
{
    [Authorize(Policies.Administrator)]
    [GraphQLDescription("Node B, and its tables as node A reads them. Administrators only.")]
    public static RemoteNode? GetRemote(NodeBWatch watch) => new(watch.Status);
}

[GraphQLName("Remote")]
[GraphQLDescription("Node B, the PostgreSQL of the community's figures and of the operator's own tables.")]
public sealed record RemoteNode([property: GraphQLIgnore] NodeBStatus Status)
{
    [GraphQLDescription("Whether it answers and has what is needed.")]
    public NodeBState State => Status.State;

    [GraphQLDescription("Why it does not, in a sentence for the operator; null when it does.")]
    public string? Reason => Status.Reason;

    [GraphQLDescription("Since when it stands so, as far as this process has seen.")]
    public DateTimeOffset Since => Status.Since;
}

[ObjectType<RemoteNode>]
public static class RemoteNodeType
{
    [UsePaging(ConnectionName = "RemoteTables")]
    [GraphQLDescription("Its tables and views that are imported, by name; they are told while node B is away, too.")]
    public static async Task<Connection<RemoteTable>?> GetTablesAsync(
        PagingArguments paging, RemoteTableStore store, CancellationToken cancellationToken) =>
            await store.ListAsync(paging, cancellationToken);

    [GraphQLDescription("One of these tables, or null.")]
    public static Task<RemoteTable?> GetTableAsync(
        [GraphQLDescription("Its name.")] string name, RemoteTableStore store, CancellationToken cancellationToken) =>
        store.FindAsync(name, cancellationToken);
}
