using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types;

/// <summary>The scalars that the specification defines. One instance each, shared by all schemas. Specification: 3.5 Scalars.</summary>
public static class SpecifiedScalars
{
    /// <summary>A whole number of 32 bits with sign.</summary>
    public static ScalarType Int { get; } = new IntegerScalar<int>("Int")
    {
        Description = "The `Int` scalar type represents a signed 32-bit whole number.",
    };

    /// <summary>A finite double.</summary>
    public static ScalarType Float { get; } = new FloatScalar
    {
        Description = "The `Float` scalar type represents a signed double-precision finite number.",
    };

    /// <summary>Text.</summary>
    public static ScalarType String { get; } = new StringScalar
    {
        Description = "The `String` scalar type represents text.",
    };

    /// <summary>True or false.</summary>
    public static ScalarType Boolean { get; } = new BooleanScalar
    {
        Description = "The `Boolean` scalar type represents `true` or `false`.",
    };

    /// <summary>An opaque id.</summary>
    public static ScalarType ID { get; } = new IdScalar
    {
        Description = "The `ID` scalar type represents an opaque id: sent as a string, read from strings and whole numbers.",
    };

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, ID];

    /// <summary>Whether the name is one of the five.</summary>
    public static bool Contains(string name) => All.Any(scalar => scalar.Name == name);
}
