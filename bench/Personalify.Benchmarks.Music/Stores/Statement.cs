using Npgsql;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>A statement with its parameters, and how its rows are read.</summary>
internal abstract class Statement(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
{
    private readonly NpgsqlParameter[] _parameters = [.. parameters];

    public static NpgsqlParameter Parameter<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in _parameters) command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Reads all rows of the current result.</summary>
    public abstract ValueTask<object> ReadAsync(NpgsqlDataReader reader);
}

/// <summary>A statement whose rows are values of one type.</summary>
internal sealed class Statement<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<NpgsqlParameter> parameters) : Statement(sql, parameters)
{
    public override async ValueTask<object> ReadAsync(NpgsqlDataReader reader)
    {
        var rows = new List<T>(32);
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}
