using System.Reflection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The CLR types that a schema is built from, sorted by what their attributes make them.</summary>
internal sealed class TypeSources
{
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly HashSet<Type> _listed = [];
    private readonly Dictionary<OperationType, HashSet<Type>> _roots = Enum.GetValues<OperationType>().ToDictionary(operation =>
        operation, _ => new HashSet<Type>());
    private readonly Dictionary<Type, HashSet<Type>> _extensions = [];
    private readonly Dictionary<Type, HashSet<string>> _ignored = [];
    private readonly HashSet<(string Name, Type Class)> _named = [];

    private readonly List<TypeDefinition> _definitions = [];
    private readonly HashSet<Type> _directives = [];

    /// <summary>Classes that describe types, in the order of their registration.</summary>
    public IReadOnlyList<TypeDefinition> Definitions => _definitions;

    /// <summary>Classes that are directives, applied or not.</summary>
    public IEnumerable<Type> Directives => InOrder(_directives.Concat(_definitions.Where(definition => definition.IsDirective).Select(definition => definition.RuntimeType)));

    /// <summary>Whether a description makes its type part of the schema; a class of a root is none of its own.</summary>
    public bool IsListed(TypeDefinition definition) => definition.IsListed && !_roots.Values.Any(classes => classes.Contains(definition.RuntimeType));

    /// <summary>How much filters may ask; <c>null</c> where fields cannot be filtered.</summary>
    public FilterOptions? Filtering { get; set; }

    /// <summary>How much orders may ask; <c>null</c> where lists cannot be ordered.</summary>
    public SortOptions? Sorting { get; set; }

    /// <summary>Whether fields may read only what is asked for.</summary>
    public bool HasProjections { get; set; }

    /// <summary>Types that are part of the schema even when no field leads to them.</summary>
    public IEnumerable<Type> Listed => InOrder(_listed.Concat(_extensions.Keys));

    /// <summary>The types of the known assemblies that carry an attribute and extend no other.</summary>
    public IEnumerable<Type> Marked<T>()
        where T : Attribute =>
        InOrder(_assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsDefined(typeof(T), inherit: false) && ExtensionOf(type).Extended is null));

    /// <summary>The classes whose members are the fields of a root.</summary>
    public IReadOnlyList<Type> Roots(OperationType operation) => InOrder(_roots[operation]);

    /// <summary>The classes whose members are further fields of a type.</summary>
    public IReadOnlyList<Type> Extensions(Type extended) => InOrder(_extensions.GetValueOrDefault(extended, []));

    /// <summary>The classes whose members are further fields of a type that they name, roots apart.</summary>
    public IEnumerable<(string Name, Type Class)> NamedExtensions => _named.OrderBy(extension => extension.Class.FullName, StringComparer.Ordinal);

    public bool IsIgnored(Type extended, string property) => _ignored.TryGetValue(extended, out var names) && names.Contains(property);

    /// <summary>Adds a class whose members are fields of a root, or a class that describes one.</summary>
    public void AddRoot(OperationType operation, Type type)
    {
        if (!TypeDefinition.Is(type))
        {
            _roots[operation].Add(type);
            return;
        }

        var definition = TypeDefinition.Make(type);
        _roots[operation].Add(definition.RuntimeType);
        Add(definition);
    }

    /// <summary>Adds a class that is a directive.</summary>
    public void AddDirective(Type type)
    {
        if (TypeDefinition.Is(type)) Add(TypeDefinition.Make(type));
        else _directives.Add(type);
    }

    /// <summary>Adds a description; the same class is added once.</summary>
    public void Add(TypeDefinition definition)
    {
        if (definition.IsMadeByFunction || !_definitions.Exists(known => known.GetType() == definition.GetType())) _definitions.Add(definition);
    }

    public void AddAssembly(Assembly assembly) => AddAssembly(assembly, assembly.GetTypes().Where(type => HasTypeAttribute(type) || (TypeDefinition.Is(type) && !type.IsNestedPrivate)));

    /// <param name="assembly">The assembly, which is searched for what implements an abstract type.</param>
    /// <param name="marked">Its types that carry one of the type attributes.</param>
    public void AddAssembly(Assembly assembly, IEnumerable<Type> marked)
    {
        _assemblies.Add(assembly);
        foreach (var type in marked) Add(type);
    }

    public void Add(Type type)
    {
        if (TypeDefinition.Is(type)) Add(TypeDefinition.Make(type));
        else if (type.IsDefined(typeof(DirectiveTypeAttribute), inherit: false)) AddDirective(type);
        else if (type.IsDefined(typeof(QueryTypeAttribute))) AddRoot(OperationType.Query, type);
        else if (type.IsDefined(typeof(MutationTypeAttribute))) AddRoot(OperationType.Mutation, type);
        else if (type.IsDefined(typeof(SubscriptionTypeAttribute))) AddRoot(OperationType.Subscription, type);
        else if (type.GetCustomAttribute<ExtendObjectTypeAttribute>() is { Name: { } name }) AddExtension(name, type);
        else if (!AddExtension(type)) _listed.Add(type);
    }

    /// <summary>The classes that may stand where an abstract type is expected: those of the known assemblies that derive from it.</summary>
    public IReadOnlyList<Type> Implementers(Type abstractType, Annotations annotations)
    {
        var known = _assemblies.Append(abstractType.Assembly).Distinct().SelectMany(assembly => assembly.GetTypes());
        return InOrder(known.Concat(_listed).Where(type =>
            !type.IsAbstract && !type.ContainsGenericParameters && abstractType.IsAssignableFrom(type) && !annotations.IsInterface(type) && !annotations.Of(type).IsIgnored));
    }

    private void AddExtension(string name, Type type)
    {
        if (Enum.TryParse<OperationType>(name, out var operation)) AddRoot(operation, type);
        else _named.Add((name, type));
    }

    private bool AddExtension(Type type)
    {
        var (extended, ignored) = ExtensionOf(type);
        if (extended is null) return false;
        Bucket(_extensions, extended).Add(type);
        Bucket(_ignored, extended).UnionWith(ignored);
        return true;
    }

    private static (Type? Extended, string[] Ignored) ExtensionOf(Type type)
    {
        if (type.GetCustomAttribute<ExtendObjectTypeAttribute>() is { ExtendedType: { } extended } extension) return (extended, extension.IgnoreProperties);
        var generic = type.GetCustomAttributes().FirstOrDefault(IsGenericObjectType);
        if (generic is null) return (null, []);
        var ignored = (string[])generic.GetType().GetProperty(nameof(ObjectTypeAttribute<object>.IgnoreProperties))!.GetValue(generic)!;
        return (generic.GetType().GetGenericArguments()[0], ignored);
    }

    private static bool HasTypeAttribute(Type type) => type.GetCustomAttributes(inherit: false).Any(attribute =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute
            or ObjectTypeAttribute or ExtendObjectTypeAttribute or InterfaceTypeAttribute or UnionTypeAttribute
            or EnumTypeAttribute or InputObjectTypeAttribute or OneOfAttribute or NodeAttribute or DirectiveTypeAttribute
        || IsGenericObjectType(attribute));

    private static bool IsGenericObjectType(object attribute) => ClrTypes.IsGeneric(attribute.GetType(), typeof(ObjectTypeAttribute<>));

    private static HashSet<T> Bucket<T>(Dictionary<Type, HashSet<T>> buckets, Type key)
    {
        if (!buckets.TryGetValue(key, out var bucket)) buckets[key] = bucket = [];
        return bucket;
    }

    private static List<Type> InOrder(IEnumerable<Type> types) =>
        [.. types.Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];
}
