namespace Personalify.Api.Remote.Tables;

[GraphQLDescription("A column of a table of node B.")]
public sealed record RemoteColumn(
    [property: GraphQLDescription("Its name.")] string Name,
    [property: GraphQLDescription("Its type, as PostgreSQL writes it: numeric(10,2).")] string Type,
    [property: GraphQLDescription("Whether it may be null.")] bool IsNullable,
    [property: GraphQLDescription("Which field of a cell holds its values, besides the text.")] RemoteKind Kind,
    [property: GraphQLDescription(
        "Whether rows can be filtered and ordered by it. JSON, arrays and types that PostgreSQL does not bring cannot.")]
    bool IsComparable)
{
    public static RemoteColumn Of(string name, string type, bool isNullable, string? builtIn)
    {
        var (kind, isComparable) = RemoteKinds.Of(builtIn);
        return new RemoteColumn(name, type, isNullable, kind, isComparable);
    }
}

[GraphQLDescription("What values of a column are.")]
public enum RemoteKind
{
    [GraphQLDescription("Text of any length.")]
    Text,

    [GraphQLDescription("Whole numbers, in int.")]
    Integer,

    [GraphQLDescription("Other numbers, in float.")]
    Number,

    [GraphQLDescription("True or false, in boolean.")]
    Boolean,

    [GraphQLDescription("Days and moments, in dateTime. Those without a time zone are taken for UTC.")]
    Time,

    [GraphQLDescription("Everything else, as text only.")]
    Other,
}

/// <summary>PostgreSQL's own types. The order of others may differ between the nodes, so it is not asked for.</summary>
internal static class RemoteKinds
{
    /// <param name="builtIn">The name of a type that PostgreSQL brings; null for any other.</param>
    public static (RemoteKind Kind, bool IsComparable) Of(string? builtIn) => builtIn switch
    {
        "text" or "varchar" or "bpchar" or "name" => (RemoteKind.Text, true),
        "int2" or "int4" or "int8" or "oid" => (RemoteKind.Integer, true),
        "float4" or "float8" or "numeric" => (RemoteKind.Number, true),
        "bool" => (RemoteKind.Boolean, true),
        "date" or "timestamp" or "timestamptz" => (RemoteKind.Time, true),
        "uuid" or "time" or "timetz" or "interval" or "bytea" or "inet" or "cidr" or "macaddr" => (RemoteKind.Other, true),
        _ => (RemoteKind.Other, false),
    };
}
