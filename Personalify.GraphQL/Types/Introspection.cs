
namespace Personalify.GraphQL.Types;

/// <summary>
/// The introspection system: ordinary types over the schema's own objects, shared by all schemas, and the three meta fields.
/// Specification: 4 Introspection.
/// </summary>
public static partial class Introspection
{
    /// <summary><c>__TypeKind</c>.</summary>
    public static EnumType TypeKind { get; } = DefineTypeKind();

    /// <summary><c>__DirectiveLocation</c>.</summary>
    public static EnumType DirectiveLocation { get; } = DefineDirectiveLocation();

    /// <summary><c>__Type</c>.</summary>
    public static ObjectType Type { get; } =
        New<GraphQLType>("__Type", "A type, named or wrapping; `kind` says which fields have a value.");

    /// <summary><c>__Field</c>.</summary>
    public static ObjectType Field { get; } = New<OutputField>("__Field", "A field of an object or interface type.");

    /// <summary><c>__InputValue</c>.</summary>
    public static ObjectType InputValue { get; } = New<InputField>("__InputValue", "An argument, or a field of an input object.");

    /// <summary><c>__EnumValue</c>.</summary>
    public static ObjectType EnumValue { get; } = New<EnumValue>("__EnumValue", "A value of an enum.");

    /// <summary><c>__Directive</c>.</summary>
    public static ObjectType Directive { get; } = New<DirectiveType>("__Directive", "A directive that documents or the schema may use.");

    /// <summary><c>__Schema</c>.</summary>
    public static ObjectType Schema { get; } = New<Schema>("__Schema", "The schema: its types, directives and root types.");

    /// <summary><c>__schema: __Schema!</c>, on the query root only. Specification: 4.1 Schema Introspection.</summary>
    public static OutputField SchemaField { get; } = new("__schema", new NonNullType(Schema))
    {
        Description = "Access the current type schema of this server.",
        Resolver = context => new ValueTask<object?>(context.Schema),
    };

    /// <summary><c>__type(name: String!): __Type</c>, on the query root only. Specification: 4.1 Schema Introspection.</summary>
    public static OutputField TypeField { get; } = WithArgument(
        new OutputField("__type", Type)
        {
            Description = "Request the type information of a single type.",
            Resolver = context => new ValueTask<object?>(context.Schema.Types.GetValueOrDefault(context.ArgumentValue<string>("name")!)),
        },
        new InputField("name", new NonNullType(SpecifiedScalars.String)));

    /// <summary><c>__typename: String!</c>, on every object, interface and union. Specification: 4.1 Type Name Introspection.</summary>
    public static OutputField TypeNameField { get; } = new("__typename", new NonNullType(SpecifiedScalars.String))
    {
        Description = "The name of the current Object type at runtime.",
        Resolver = context => new ValueTask<object?>(context.ObjectType.Name),
    };

    /// <summary>The types of the introspection system, to be part of every schema.</summary>
    public static IReadOnlyList<NamedType> Types { get; } =
        [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    static Introspection()
    {
        AddSchemaFields();
        AddDirectiveFields();
        AddTypeFields();
        AddFieldFields();
        AddInputValueFields();
        AddEnumValueFields();
    }

    /// <summary>Whether the type belongs to the introspection system.</summary>
    public static bool Contains(NamedType type) => Types.Contains(type);

    /// <summary>
    /// The field that a selection on a type names, meta fields included; <c>null</c> when there is none.
    /// <c>__schema</c> and <c>__type</c> exist on the query root only.
    /// </summary>
    public static OutputField? FindField(Schema schema, NamedType parent, string name) => name switch
    {
        "__typename" when parent is ComplexType or UnionType => TypeNameField,
        "__schema" when parent == schema.QueryType => SchemaField,
        "__type" when parent == schema.QueryType => TypeField,
        _ => parent is ComplexType complex && complex.Fields.TryGetValue(name, out var field) ? field : null,
    };

    private static ObjectType New<T>(string name, string description) => new(name) { Description = description, RuntimeType = typeof(T) };
}
