using System.Data;
using System.Security.Cryptography;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Foreign;

/// <summary>
/// Lets node A read node B. What node B lets the reader read is what is imported; so what it was granted stays imported over restarts, and
/// what was taken from it stays away. One process at a time.
/// </summary>
internal sealed class ForeignSetup(
    [FromKeyedServices(StoresModule.Remote)] NpgsqlDataSource remote, ForeignServer server, NodeBReader reader,
    RemoteOptions options) : INodeBStep
{
    // Any number will do as long as nothing else locks it: the bytes of "foreign".
    private const long LockKey = 0x666F726569676E;

    public Task RunAsync(CancellationToken cancellationToken) => AloneAsync(
        async nodeA =>
        {
            var isNew = !await ForeignServer.HasSchemaAsync(nodeA, RemoteSchema.Own.Local, cancellationToken);
            // A node B that was made anew has forgotten what it had granted.
            string[] tables = isNew
                ? [RemoteSchema.Sample] : [.. (await FindOwnAsync(nodeA, cancellationToken)).Select(shape => shape.Name)];
            return await ImportAsync(nodeA, tables, cancellationToken);
        },
        cancellationToken);

    /// <summary>
    /// Imports tables that the operator names, and everything that the reader may read; returns what is new or was renewed.
    /// </summary>
    public Task<IReadOnlyList<RemoteTableShape>> ImportAsync(string[] tables, CancellationToken cancellationToken) =>
        AloneAsync(nodeA => ImportAsync(nodeA, tables, cancellationToken), cancellationToken);

    /// <summary>The foreign tables of the operator, with their tables of node B where the reader may read those.</summary>
    public Task<IReadOnlyList<(RemoteTableShape Local, RemoteTableShape? Remote)>> ListAsync(CancellationToken cancellationToken) =>
        AloneAsync<IReadOnlyList<(RemoteTableShape, RemoteTableShape?)>>(
            async nodeA =>
            {
                var present = await FindOwnAsync(nodeA, cancellationToken);
                if (present.Count == 0) return [];
                var readable = await reader.FindReadableAsync(await reader.FindNameAsync(cancellationToken), cancellationToken);
                return [.. present.Select(shape =>
                    (shape, readable.Find(other => (other.Schema, other.Name) == (shape.Schema, shape.Name))))];
            },
            cancellationToken);

    /// <summary>Removes a foreign table, and the right to read its table, by which it would come back. False when there is none.</summary>
    public Task<bool> DropAsync(string table, CancellationToken cancellationToken) => AloneAsync(
        async nodeA =>
        {
            if ((await FindOwnAsync(nodeA, cancellationToken)).All(shape => shape.Name != table)) return false;
            await reader.RevokeAsync(await reader.FindNameAsync(cancellationToken), RemoteSchema.Own, table, cancellationToken);
            await ForeignImport.DropAsync(nodeA, table, cancellationToken);
            return true;
        },
        cancellationToken);

    private async Task<T> AloneAsync<T>(Func<NpgsqlConnection, Task<T>> act, CancellationToken cancellationToken)
    {
        await using var nodeA = await remote.OpenConnectionAsync(cancellationToken);
        await nodeA.ExecuteAsync(
            $"SET statement_timeout = '{Statements.LimitSeconds}s'; SET default_transaction_read_only = off; SELECT pg_advisory_lock({LockKey})",
            cancellationToken);
        try
        {
            return await act(nodeA);
        }
        finally
        {
            // A connection that broke has let go of it already.
            if (nodeA.FullState.HasFlag(ConnectionState.Open))
                await nodeA.ExecuteAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static async Task<List<RemoteTableShape>> FindOwnAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken) =>
        [.. (await ForeignImport.FindAsync(nodeA, cancellationToken)).Where(shape => shape.Schema == RemoteSchema.Own.Name)];

    private async Task<IReadOnlyList<RemoteTableShape>> ImportAsync(NpgsqlConnection nodeA, string[] tables,
        CancellationToken cancellationToken)
    {
        var role = await PrepareAsync(nodeA, cancellationToken);
        await reader.GrantAsync(role, RemoteSchema.Own, tables, cancellationToken);
        var imported = await ImportReadableAsync(nodeA, role, cancellationToken);
        await ForeignServer.ShowSchemaAsync(nodeA, cancellationToken);
        return imported;
    }

    private async Task<string> PrepareAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        await server.PrepareAsync(nodeA, cancellationToken);
        var role = await reader.FindNameAsync(cancellationToken);
        var (user, password) = await ForeignServer.FindMappingAsync(nodeA, cancellationToken);
        var isRight = user == role && password is not null && (options.Password is null || options.Password == password)
            && (options.User is not null || await reader.SignsInAsync(role, password, cancellationToken));
        if (!isRight) await SetPasswordAsync(nodeA, role, cancellationToken);
        foreach (var schema in RemoteSchema.All.Where(schema => schema.Given.Count > 0))
            await reader.GrantAsync(role, schema, [.. schema.Given], cancellationToken);
        return role;
    }

    private async Task SetPasswordAsync(NpgsqlConnection nodeA, string role, CancellationToken cancellationToken)
    {
        var password = options.Password ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        await reader.SetPasswordAsync(role, password, cancellationToken);
        await ForeignServer.MapAsync(nodeA, role, password, cancellationToken);
    }

    private async Task<IReadOnlyList<RemoteTableShape>> ImportReadableAsync(NpgsqlConnection nodeA, string role,
        CancellationToken cancellationToken)
    {
        try
        {
            await ForeignImport.ProbeAsync(nodeA, cancellationToken);
            return await ForeignImport.RunAsync(nodeA, await reader.FindReadableAsync(role, cancellationToken), cancellationToken);
        }
        catch (PostgresException failure) when (failure.IsConnectionFailure())
        {
            throw new NodeBException(
                $"Node A cannot reach node B at {reader.Address.Host}:{reader.Address.Port} as {role}: {failure.MessageText} "
                + "Node B as node A sees it is named by Remote__Host and Remote__Port; it must ask for a password.", failure);
        }
    }
}
