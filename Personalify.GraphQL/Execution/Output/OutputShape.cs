using System.Runtime.CompilerServices;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>How a value of a type is completed, decided once.</summary>
internal enum ShapeKind
{
    String,
    Id,
    Int,
    Boolean,
    Scalar,
    Enum,
    Object,
    Abstract,
    List,
}

/// <summary>An output type, taken apart for execution. Specification: 6.4.3 Value Completion.</summary>
internal sealed class OutputShape
{
    private static readonly ConditionalWeakTable<EnumType, EnumNames> Names = [];

    private OutputShape(GraphQLType type)
    {
        Type = type.Nullable;
        IsNonNull = type is NonNullType;
        Kind = KindOf(Type);
        Item = Type is ListType list ? new OutputShape(list.OfType) : null;
        EnumNames = Type is EnumType @enum ? Names.GetValue(@enum, static type => new EnumNames(type)) : null;
    }

    /// <summary>The type without its outer non-null.</summary>
    public GraphQLType Type { get; }

    public bool IsNonNull { get; }

    public ShapeKind Kind { get; }

    /// <summary>The shape of a list's items.</summary>
    public OutputShape? Item { get; }

    public EnumNames? EnumNames { get; }

    public static OutputShape Of(GraphQLType type) => new(type);

    private static ShapeKind KindOf(GraphQLType type) => type switch
    {
        ListType => ShapeKind.List,
        ObjectType => ShapeKind.Object,
        InterfaceType or UnionType => ShapeKind.Abstract,
        EnumType => ShapeKind.Enum,
        _ when type == SpecifiedScalars.String => ShapeKind.String,
        _ when type == SpecifiedScalars.ID => ShapeKind.Id,
        _ when type == SpecifiedScalars.Int => ShapeKind.Int,
        _ when type == SpecifiedScalars.Boolean => ShapeKind.Boolean,
        _ => ShapeKind.Scalar,
    };
}

/// <summary>The names of an enum's runtime values as ready JSON.</summary>
internal sealed class EnumNames(EnumType type)
{
    private readonly Dictionary<object, byte[]> _names =
        type.Values.GroupBy(value => value.RuntimeValue).ToDictionary(group => group.Key, group => (byte[])[.. "\""u8, .. System.Text.Encoding.UTF8.GetBytes(group.First().Name), .. "\""u8]);

    public bool TryGet(object runtimeValue, out byte[]? json) => _names.TryGetValue(runtimeValue, out json);
}
