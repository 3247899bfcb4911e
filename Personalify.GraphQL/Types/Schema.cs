namespace Personalify.GraphQL.Types;

/// <summary>
/// A complete, immutable schema. Made by <c>Types.Building.SdlSchemaBuilder</c> from SDL or by <c>Types.Building.SchemaBuilder</c> from
/// annotated C#. Specification: 3 Type System.
/// </summary>
public sealed class Schema
{
    private readonly Dictionary<NamedType, HashSet<ObjectType>> _possibleTypes = [];
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possibleTypeLists = [];

    /// <summary>Collects everything; the lists are kept as they are.</summary>
    /// <param name="types">All named types, built-in and introspection types included, unique by name.</param>
    /// <param name="directives">All directives, specified ones included, unique by name.</param>
    /// <param name="queryType">The root of queries; <c>null</c> only in a schema that <c>SchemaValidator</c> will refuse.</param>
    /// <param name="mutationType">The root of mutations, or <c>null</c>.</param>
    /// <param name="subscriptionType">The root of subscriptions, or <c>null</c>.</param>
    public Schema(
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveType> directives,
        ObjectType? queryType,
        ObjectType? mutationType = null,
        ObjectType? subscriptionType = null)
    {
        Types = types.ToDictionary(type => type.Name);
        Directives = directives.ToDictionary(directive => directive.Name);
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        foreach (var type in Types.Values) CollectPossibleTypes(type);
        foreach (var (type, members) in _possibleTypes) _possibleTypeLists[type] = [.. members];
    }

    /// <summary>The description in Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The directives written on the schema definition, printed in the export.</summary>
    public IReadOnlyList<Language.DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>All named types by name.</summary>
    public IReadOnlyDictionary<string, NamedType> Types { get; }

    /// <summary>All directives by name.</summary>
    public IReadOnlyDictionary<string, DirectiveType> Directives { get; }

    /// <summary>The root of queries.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root of mutations, or <c>null</c>.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root of subscriptions, or <c>null</c>.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>The root type of an operation, or <c>null</c> when the schema has none.</summary>
    public ObjectType? GetRootType(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => QueryType,
        Language.OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types that an abstract type may be; an object type's own self.</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(NamedType type) =>
        type is ObjectType self ? [self] : _possibleTypeLists.GetValueOrDefault(type, []);

    /// <summary>Whether an object of <paramref name="concrete"/> may stand where <paramref name="type"/> is expected.</summary>
    public bool IsPossibleType(NamedType type, ObjectType concrete) =>
        type == concrete || (_possibleTypes.TryGetValue(type, out var members) && members.Contains(concrete));

    private void CollectPossibleTypes(NamedType type)
    {
        if (type is UnionType union) foreach (var member in union.Types) Add(union, member);
        if (type is ObjectType concrete) foreach (var parent in concrete.Interfaces) Add(parent, concrete);
    }

    private void Add(NamedType parent, ObjectType member)
    {
        if (!_possibleTypes.TryGetValue(parent, out var members)) _possibleTypes[parent] = members = [];
        members.Add(member);
    }
}
