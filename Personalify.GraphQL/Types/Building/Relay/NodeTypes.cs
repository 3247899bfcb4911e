using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The object types that can be fetched by id, and who fetches them. Relay: Global Object Identification.</summary>
internal sealed class NodeTypes(TypeRegistry registry, IServiceProviderIsService? services) : INodeIdRuntimeTypeLookup
{
    private const string DefaultIdField = "Id";

    private readonly Dictionary<string, (Type Id, ReferenceResolver Resolve)> _nodes = [];
    private readonly ParameterReader _parameters = new(registry, services);
    private readonly Lazy<Dictionary<Type, MethodInfo>> _fromQueries = new(() => registry.Sources.Roots(OperationType.Query)
        .SelectMany(type => registry.Annotations.Of(type).Shown(ClrMembers.OfResolvers(type))).Select(member => member.Member).OfType<MethodInfo>().Where(IsMarked)
        .GroupBy(method => registry.Nullability.ReadResult(method).Value.Type)
        .ToDictionary(methods => methods.Key, methods => methods.First()));

    public Type? GetNodeIdRuntimeType(string typeName) => _nodes.TryGetValue(typeName, out var node) ? node.Id : null;

    public ReferenceResolver ResolverOf(string typeName) => _nodes[typeName].Resolve;

    /// <summary>The property that holds the id of a class of nodes, or <c>null</c> when it is none.</summary>
    public string? IdFieldOf(Type type) => Attribute(type)?.IdField ?? (_fromQueries.Value.ContainsKey(type) ? DefaultIdField : null);

    /// <summary>Whether a method of a class that extends a type is its node resolver, and so no field.</summary>
    public bool IsResolver(MemberInfo member, Type extended) => IdFieldOf(extended) is not null && member == Find(extended);

    /// <summary>Makes an object type a node, when its class is one.</summary>
    public void Read(ObjectType made, Type type)
    {
        if (IdFieldOf(type) is null) return;
        made.Interfaces.Add(Interface());
        var fetch = Fetch(type);
        var method = fetch?.Method ?? Find(type) ?? throw BuildErrors.NodeWithoutResolver(type);
        _nodes[made.Name] = Resolver(method, fetch?.Function);
    }

    public InterfaceType Interface() => registry.Named("Node", "the interface of nodes", () => new InterfaceType("Node"), made =>
    {
        made.Description = "An object that can be fetched again by its id.";
        made.Fields.Add(new OutputField("id", new NonNullType(SpecifiedScalars.ID)));
    });

    private NodeFetchAttribute? Fetch(Type type) =>
        registry.Sources.Extensions(type).Prepend(type).Select(each => registry.Annotations.Of(each).Find<NodeFetchAttribute>()).FirstOrDefault(fetch => fetch is not null);

    private NodeAttribute? Attribute(Type type) => registry.Sources.Extensions(type).Prepend(type)
        .Select(each => registry.Annotations.Of(each).FindInherited<NodeAttribute>()).FirstOrDefault(attribute => attribute is not null);

    private MethodInfo? Find(Type type)
    {
        if (_fromQueries.Value.TryGetValue(type, out var fromQuery)) return fromQuery;
        var methods = registry.Sources.Extensions(type).Prepend(type)
            .SelectMany(each => each.GetMethods().Where(method => method.IsStatic || each != type)).ToList();
        string[] names = Attribute(type)?.NodeResolver is { } named ? [named] : ["Get", "GetAsync", $"Get{type.Name}", $"Get{type.Name}Async"];
        return methods.Find(IsMarked) ?? methods.Find(method => names.Contains(method.Name));
    }

    private (Type Id, ReferenceResolver Resolve) Resolver(MethodInfo method, Delegate? function)
    {
        var owner = new FieldOwner(method.ReflectedType!, null) { Function = function };
        var described = ClrTypes.Describe(method);
        if (method.GetParameters() is not [var first, .. var others]) throw BuildErrors.NodeResolverWithoutId(described);
        var id = Expression.Parameter(typeof(object), "id");
        var annotated = registry.Annotations.Of(method.ReflectedType!).Member(method);
        var rest = others.Select(parameter => _parameters.Read(annotated.Parameter(parameter), owner, described, null, null)).ToList();
        if (rest.Exists(parameter => parameter.Input is not null)) throw BuildErrors.NodeResolverWithoutId(described);
        var bound = rest.Prepend(new BoundParameter(_ => Expression.Convert(id, first.ParameterType))).ToList();
        var kind = registry.Nullability.ReadResult(method).Kind;
        return (first.ParameterType, ResolverBinding.BindReference(method, owner, kind, bound, id, registry.Demands.Of(annotated, owner)));
    }

    private static bool IsMarked(MethodInfo method) => method.IsDefined(typeof(NodeResolverAttribute));
}
