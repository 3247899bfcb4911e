using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL;

/// <summary>Where a directive may stand. Hot Chocolate's names. Specification: 3.13 Directives.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Hot Chocolate's name.")]
public enum DirectiveLocation
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>A query.</summary>
    Query = 1 << 0,

    /// <summary>A mutation.</summary>
    Mutation = 1 << 1,

    /// <summary>A subscription.</summary>
    Subscription = 1 << 2,

    /// <summary>A field of an operation.</summary>
    Field = 1 << 3,

    /// <summary>The definition of a fragment.</summary>
    FragmentDefinition = 1 << 4,

    /// <summary>A fragment's use.</summary>
    FragmentSpread = 1 << 5,

    /// <summary>A fragment without a name.</summary>
    InlineFragment = 1 << 6,

    /// <summary>A variable of an operation.</summary>
    VariableDefinition = 1 << 7,

    /// <summary>A scalar.</summary>
    Scalar = 1 << 9,

    /// <summary>An object type.</summary>
    Object = 1 << 10,

    /// <summary>A field of an object or interface.</summary>
    FieldDefinition = 1 << 11,

    /// <summary>An argument of a field.</summary>
    ArgumentDefinition = 1 << 12,

    /// <summary>An interface.</summary>
    Interface = 1 << 13,

    /// <summary>A union.</summary>
    Union = 1 << 14,

    /// <summary>An enum.</summary>
    Enum = 1 << 15,

    /// <summary>A value of an enum.</summary>
    EnumValue = 1 << 16,

    /// <summary>An input object.</summary>
    InputObject = 1 << 17,

    /// <summary>A field of an input object.</summary>
    InputFieldDefinition = 1 << 18,
}
