using System.Text.Json;
using Personalify.Api.Data;

namespace Personalify.Api.Remote.Tables;

/// <summary>Rows of the foreign tables, how many they are and how they are read: what administrators ask node B.</summary>
public sealed class RemoteRowStore([FromKeyedServices(StoresModule.RemoteTables)] RemoteReading node)
{
    internal Task<List<RemoteRow>> ListAsync(RemoteStatement statement, CancellationToken cancellationToken)
    {
        var index = 0;
        return node.ListAsync(statement.Rows, row => statement.Read(row, index++), cancellationToken, statement.Values);
    }

    internal async Task<string> ExplainAsync(RemoteStatement statement, CancellationToken cancellationToken) =>
        string.Join('\n', await node.ListAsync(statement.Plan, row => row.GetString(0), cancellationToken, statement.Values));

    /// <summary>As node B's planner estimates it.</summary>
    public async Task<long> EstimateAsync(RemoteTable table, CancellationToken cancellationToken)
    {
        var plan = await node.ListAsync(RemoteStatement.Estimate(table), row => row.GetString(0), cancellationToken);
        using var document = JsonDocument.Parse(plan[0]);
        return (long)document.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }
}
