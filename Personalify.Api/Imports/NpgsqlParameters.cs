using Npgsql;

namespace Personalify.Api.Imports;

internal static class NpgsqlParameters
{
    /// <summary>Adds positional parameters: $1, $2, … A value whose type Npgsql cannot know comes as a parameter of its own.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}
