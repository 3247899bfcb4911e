using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <content>The fields of each introspection type, in the specification's order. Specification: 4.2 Schema Introspection Schema.</content>
public static partial class Introspection
{
    private static NonNullType RequiredString => new(SpecifiedScalars.String);

    private static NonNullType RequiredBoolean => new(SpecifiedScalars.Boolean);

    private static void AddSchemaFields()
    {
        Add<Schema>(Schema, "description", SpecifiedScalars.String, schema => schema.Description);
        Add<Schema>(Schema, "types", ListOf(Type), schema => schema.Types.Values, "All named types.");
        Add<Schema>(Schema, "queryType", new NonNullType(Type), schema => schema.QueryType, "The root of queries.");
        Add<Schema>(Schema, "mutationType", Type, schema => schema.MutationType, "The root of mutations, if there are any.");
        Add<Schema>(Schema, "subscriptionType", Type, schema => schema.SubscriptionType, "The root of subscriptions, if there are any.");
        Add<Schema>(Schema, "directives", ListOf(Directive), schema => schema.Directives.Values, "All directives.");
    }

    private static void AddDirectiveFields()
    {
        Add<DirectiveType>(Directive, "name", RequiredString, directive => directive.Name);
        Add<DirectiveType>(Directive, "description", SpecifiedScalars.String, directive => directive.Description);
        Add<DirectiveType>(Directive, "isRepeatable", RequiredBoolean, directive => directive.IsRepeatable);
        Add<DirectiveType>(Directive, "locations", ListOf(DirectiveLocation), directive => directive.Locations);
        AddWithDeprecated<DirectiveType>(Directive, "args", ListOf(InputValue), (directive, all) => Current(directive.Arguments, all));
    }

    private static void AddTypeFields()
    {
        Add<GraphQLType>(Type, "kind", new NonNullType(TypeKind), KindOf);
        Add<GraphQLType>(Type, "name", SpecifiedScalars.String, type => (type as NamedType)?.Name);
        Add<GraphQLType>(Type, "description", SpecifiedScalars.String, type => (type as NamedType)?.Description);
        Add<GraphQLType>(Type, "specifiedByURL", SpecifiedScalars.String, type => (type as ScalarType)?.SpecifiedByUrl);
        AddWithDeprecated<GraphQLType>(Type, "fields", new ListType(new NonNullType(Field)), (type, all) => FieldsOf(type, all));
        Add<GraphQLType>(Type, "interfaces", new ListType(new NonNullType(Type)), type => (type as ComplexType)?.Interfaces);
        Type.Fields.Add(new OutputField("possibleTypes", new ListType(new NonNullType(Type)))
        {
            Resolver = context => new ValueTask<object?>(PossibleTypesOf(context.Parent<GraphQLType>(), context.Schema)),
        });
        AddWithDeprecated<GraphQLType>(Type, "enumValues", new ListType(new NonNullType(EnumValue)), (type, all) => ValuesOf(type, all));
        AddWithDeprecated<GraphQLType>(Type, "inputFields", new ListType(new NonNullType(InputValue)), (type, all) => InputsOf(type, all));
        Add<GraphQLType>(Type, "ofType", Type, OfTypeOf);
        Add<GraphQLType>(Type, "isOneOf", SpecifiedScalars.Boolean, type => (type as InputObjectType)?.IsOneOf);
    }

    private static void AddFieldFields()
    {
        Add<OutputField>(Field, "name", RequiredString, field => field.Name);
        Add<OutputField>(Field, "description", SpecifiedScalars.String, field => field.Description);
        AddWithDeprecated<OutputField>(Field, "args", ListOf(InputValue), (field, all) => Current(field.Arguments, all));
        Add<OutputField>(Field, "type", new NonNullType(Type), field => field.Type);
        Add<OutputField>(Field, "isDeprecated", RequiredBoolean, field => field.DeprecationReason is not null);
        Add<OutputField>(Field, "deprecationReason", SpecifiedScalars.String, field => field.DeprecationReason);
    }

    private static void AddInputValueFields()
    {
        Add<InputField>(InputValue, "name", RequiredString, field => field.Name);
        Add<InputField>(InputValue, "description", SpecifiedScalars.String, field => field.Description);
        Add<InputField>(InputValue, "type", new NonNullType(Type), field => field.Type);
        Add<InputField>(
            InputValue,
            "defaultValue",
            SpecifiedScalars.String,
            field => field.DefaultValue is { } value ? SyntaxPrinter.Print(value) : null,
            "A GraphQL-formatted string representing the default value for this input value.");
        Add<InputField>(InputValue, "isDeprecated", RequiredBoolean, field => field.DeprecationReason is not null);
        Add<InputField>(InputValue, "deprecationReason", SpecifiedScalars.String, field => field.DeprecationReason);
    }

    private static void AddEnumValueFields()
    {
        Add<EnumValue>(EnumValue, "name", RequiredString, value => value.Name);
        Add<EnumValue>(EnumValue, "description", SpecifiedScalars.String, value => value.Description);
        Add<EnumValue>(EnumValue, "isDeprecated", RequiredBoolean, value => value.DeprecationReason is not null);
        Add<EnumValue>(EnumValue, "deprecationReason", SpecifiedScalars.String, value => value.DeprecationReason);
    }

    private static EnumType DefineTypeKind() => DefineEnum(
        "__TypeKind",
        "What a type is.",
        "SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL");

    private static EnumType DefineDirectiveLocation() => DefineEnum(
        "__DirectiveLocation",
        "Where a directive may stand.",
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION");

    private static EnumType DefineEnum(string name, string description, params string[] values)
    {
        var type = new EnumType(name) { Description = description };
        type.Values.AddRange(values.Select(value => new EnumValue(value, value)));
        return type;
    }

    private static void Add<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, object?> read, string? description = null) =>
        type.Fields.Add(new OutputField(name, fieldType) { Description = description, PureResolver = parent => read((T)parent) });

    private static void AddWithDeprecated<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, bool, object?> read)
        where T : class
    {
        var field = new OutputField(name, fieldType)
        {
            Resolver = context => new ValueTask<object?>(read(context.Parent<T>(), context.ArgumentValue<bool>("includeDeprecated"))),
        };
        var argument = new InputField("includeDeprecated", RequiredBoolean) { DefaultValue = new BooleanValueNode(false) };
        type.Fields.Add(WithArgument(field, argument));
    }

    private static OutputField WithArgument(OutputField field, InputField argument)
    {
        field.Arguments.Add(argument);
        return field;
    }

    private static NonNullType ListOf(NamedType type) => new(new ListType(new NonNullType(type)));

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static GraphQLType? OfTypeOf(GraphQLType type) => type switch
    {
        ListType list => list.OfType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };

    private static IReadOnlyList<ObjectType>? PossibleTypesOf(GraphQLType type, Schema schema) =>
        type is InterfaceType or UnionType ? schema.GetPossibleTypes((NamedType)type) : null;

    private static List<OutputField>? FieldsOf(GraphQLType type, bool includeDeprecated) =>
        (type as ComplexType)?.Fields.Where(field => includeDeprecated || field.DeprecationReason is null).ToList();

    private static List<InputField>? InputsOf(GraphQLType type, bool includeDeprecated) =>
        type is InputObjectType input ? Current(input.Fields, includeDeprecated) : null;

    private static List<EnumValue>? ValuesOf(GraphQLType type, bool includeDeprecated) =>
        (type as EnumType)?.Values.Where(value => includeDeprecated || value.DeprecationReason is null).ToList();

    private static List<InputField> Current(List<InputField> fields, bool includeDeprecated) =>
        includeDeprecated ? fields : fields.FindAll(field => field.DeprecationReason is null);
}
