using System.Net.Sockets;
using Npgsql;
using Personalify.Api.Data;
using Personalify.GraphQL.Commands;

namespace Personalify.Api.Remote.NodeB;

/// <summary>What every command that works on node B says when it cannot.</summary>
internal static class NodeBCommand
{
    /// <exception cref="CommandException">A node does not answer or refuses; the sentence says what to do.</exception>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure) when (failure is NodeBException or MigrationException)
        {
            throw new CommandException(failure.Message);
        }
        catch (PostgresException failure) when (!failure.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            throw new CommandException($"PostgreSQL refused: {failure.MessageText}");
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or SocketException)
        {
            throw new CommandException(
                $"A node does not answer: {failure.Message} What was begun is finished by running the command again when it does.");
        }
    }
}
