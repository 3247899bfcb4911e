using Personalify.Api.Access;
using Personalify.Api.Remote.NodeB;
using Personalify.Api.Users;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Remote.Tables;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserRemote
{
    [GraphQLDescription(
        "What node B's sample table dummy_data has for the user's number: one statement joins users of node A with rows of node B. Null where it "
        + "has no row, and where there is no node B.")]
    public static Task<string?> GetRemoteNoteAsync(
        [Parent] User user, IRemoteNoteByUserIdDataLoader notes, NodeBWatch watch, CancellationToken cancellationToken) =>
        watch.Status.State == NodeBState.NotConfigured ? Task.FromResult<string?>(null) : notes.LoadAsync(user.Id, cancellationToken);
}

public static class RemoteNotes
{
    // Both tables are told which rows, so that node B is not asked for all of its own.
    private const string Sql =
        """
        SELECT u.id, d.name AS remote_note
        FROM public.users AS u
        JOIN remote.dummy_data AS d ON u.id = d.id
        WHERE u.id = ANY ($1) AND d.id = ANY ($1)
        """;

    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, string>> GetRemoteNoteByUserIdAsync(
        IReadOnlyList<int> ids, RemoteReading node, CancellationToken cancellationToken) =>
        (await node.ListAsync(Sql, row => (Id: row.GetInt32(0), Note: row.GetString(1)), cancellationToken, ids.ToArray()))
        .ToDictionary(pair => pair.Id, pair => pair.Note);
}
