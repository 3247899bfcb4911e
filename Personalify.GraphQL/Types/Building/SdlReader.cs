using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Reads checked definitions into types: first every name, then what stands in each, so that types may refer to later ones.
/// </summary>
internal sealed class SdlReader(DocumentNode document, Func<string, FieldResolver?> resolvers)
{
    private readonly Dictionary<string, NamedType> _types = SpecifiedScalars.All.Concat(Introspection.Types).ToDictionary(type =>
        type.Name);

    public Schema Read()
    {
        var definitions = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        var types = definitions.Where(definition => !definition.IsExtension).Select(Declare).ToList();
        foreach (var definition in definitions) Fill(_types[definition.Name.Value], definition);

        var directives = ReadDirectives();
        var roots = new SdlRoots(document);
        return new Schema(
            ReferencedTypes.Complete(types, directives),
            directives,
            Root(roots, OperationType.Query),
            Root(roots, OperationType.Mutation),
            Root(roots, OperationType.Subscription))
        {
            Description = roots.Description,
            AppliedDirectives = Custom(roots.Directives),
        };
    }

    private ObjectType? Root(SdlRoots roots, OperationType operation) =>
        roots.Find(operation) is { } name ? (ObjectType)_types[name.Value] : null;

    private NamedType Declare(TypeDefinitionNode definition)
    {
        if (_types.TryGetValue(definition.Name.Value, out var builtIn)) return builtIn;
        var type = Create(definition);
        type.Description = definition.Description?.Value;
        return _types[type.Name] = type;
    }

    private static NamedType Create(TypeDefinitionNode definition) => definition switch
    {
        ScalarTypeDefinitionNode => new AnyScalar(definition.Name.Value),
        ObjectTypeDefinitionNode => new ObjectType(definition.Name.Value),
        InterfaceTypeDefinitionNode => new InterfaceType(definition.Name.Value),
        UnionTypeDefinitionNode => new UnionType(definition.Name.Value),
        EnumTypeDefinitionNode => new EnumType(definition.Name.Value),
        _ => new InputObjectType(definition.Name.Value),
    };

    private void Fill(NamedType type, TypeDefinitionNode definition)
    {
        // The built-in types are shared by all schemas: a definition that repeats one changes nothing.
        if (SpecifiedScalars.Contains(type.Name) || Introspection.Contains(type)) return;
        type.AppliedDirectives = [.. type.AppliedDirectives, .. Custom(definition.Directives)];
        switch (definition)
        {
            case ScalarTypeDefinitionNode: FillScalar((ScalarType)type, definition); break;
            case ObjectTypeDefinitionNode node: FillComplex((ComplexType)type, node.Interfaces, node.Fields); break;
            case InterfaceTypeDefinitionNode node: FillComplex((ComplexType)type, node.Interfaces, node.Fields); break;
            case UnionTypeDefinitionNode node: ((UnionType)type).Types.AddRange(node.Types.Select(Member)); break;
            case EnumTypeDefinitionNode node: ((EnumType)type).Values.AddRange(node.Values.Select(ReadValue)); break;
            case InputObjectTypeDefinitionNode node: FillInput((InputObjectType)type, node); break;
        }
    }

    private ObjectType Member(NamedTypeNode node) => (ObjectType)_types[node.Name.Value];

    private static void FillScalar(ScalarType type, TypeDefinitionNode definition)
    {
        if (FindDirective(definition.Directives, SpecifiedDirectives.SpecifiedBy) is { } specifiedBy)
            type.SpecifiedByUrl = ReadText(specifiedBy, "url");
    }

    private void FillComplex(ComplexType type, IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<FieldDefinitionNode> fields)
    {
        type.Interfaces.AddRange(interfaces.Select(node => (InterfaceType)_types[node.Name.Value]));
        foreach (var node in fields) type.Fields.Add(ReadField(type, node));
    }

    private void FillInput(InputObjectType type, InputObjectTypeDefinitionNode definition)
    {
        type.IsOneOf |= FindDirective(definition.Directives, SpecifiedDirectives.OneOf) is not null;
        type.Fields.AddRange(definition.Fields.Select(ReadInput));
    }

    private OutputField ReadField(ComplexType parent, FieldDefinitionNode node)
    {
        var field = new OutputField(node.Name.Value, ReadType(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = ReadDeprecation(node.Directives),
            AppliedDirectives = Custom(node.Directives),
            Resolver = resolvers($"{parent.Name}.{node.Name.Value}"),
        };
        field.Arguments.AddRange(node.Arguments.Select(ReadInput));
        return field;
    }

    private InputField ReadInput(InputValueDefinitionNode node) => new(node.Name.Value, ReadType(node.Type))
    {
        Description = node.Description?.Value,
        DefaultValue = node.DefaultValue,
        DeprecationReason = ReadDeprecation(node.Directives),
        AppliedDirectives = Custom(node.Directives),
    };

    private static EnumValue ReadValue(EnumValueDefinitionNode node) => new(node.Name.Value, node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = ReadDeprecation(node.Directives),
    };

    private List<DirectiveType> ReadDirectives()
    {
        var defined = document.Definitions.OfType<DirectiveDefinitionNode>().Select(ReadDirective).ToList();
        var names = defined.Select(directive => directive.Name).ToHashSet();
        return [.. defined, .. SpecifiedDirectives.All.Where(directive => !names.Contains(directive.Name))];
    }

    private DirectiveType ReadDirective(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveType(node.Name.Value) { Description = node.Description?.Value, IsRepeatable = node.IsRepeatable };
        directive.Arguments.AddRange(node.Arguments.Select(ReadInput));
        directive.Locations.AddRange(node.Locations.Select(location => location.Value));
        return directive;
    }

    private GraphQLType ReadType(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(ReadType(nonNull.Type)),
        ListTypeNode list => new ListType(ReadType(list.Type)),
        _ => _types[((NamedTypeNode)node).Name.Value],
    };

    private static string? ReadDeprecation(IReadOnlyList<DirectiveNode> directives) =>
        FindDirective(directives, SpecifiedDirectives.Deprecated) is { } deprecated
            ? ReadText(deprecated, "reason") ?? SpecifiedDirectives.DefaultDeprecationReason
            : null;

    private static DirectiveNode? FindDirective(IReadOnlyList<DirectiveNode> directives, DirectiveType wanted) =>
        directives.FirstOrDefault(directive => directive.Name.Value == wanted.Name);

    private static string? ReadText(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(node => node.Name.Value == argument)?.Value as StringValueNode)?.Value;

    /// <summary>Leaves out the directives that the model holds as properties, so that nothing is printed twice.</summary>
    private static DirectiveNode[] Custom(IEnumerable<DirectiveNode> directives) =>
        [.. directives.Where(directive => !SpecifiedDirectives.Contains(directive.Name.Value))];
}
