using Npgsql;

namespace Personalify.Api.Remote.Foreign;

/// <summary>What node A's complaints about a statement that reads node B mean.</summary>
internal static class FailureKinds
{
    /// <summary>Node B cannot be reached, or has ended the connection (classes 08 and 57P).</summary>
    public static bool IsConnectionFailure(this PostgresException failure) =>
        failure.SqlState.StartsWith("08", StringComparison.Ordinal) || failure.SqlState.StartsWith("57P", StringComparison.Ordinal);

    /// <summary>The table of node B is not as node A knows it, or may not be read any more.</summary>
    public static bool IsAboutTheTable(this PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InsufficientPrivilege
            or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedObject
        || failure.SqlState.StartsWith("HV", StringComparison.Ordinal);

    /// <summary>A value cannot be one of the column's type (class 22).</summary>
    public static bool IsAboutAValue(this PostgresException failure) => failure.SqlState.StartsWith("22", StringComparison.Ordinal);
}
