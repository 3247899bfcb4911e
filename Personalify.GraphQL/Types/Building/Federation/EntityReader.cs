using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads how the objects of an entity are fetched.</summary>
internal sealed class EntityReader(TypeRegistry registry, FederationDirectives directives, IServiceProviderIsService? services, IReadOnlyList<NamedType> types)
{
    private readonly ParameterReader _parameters = new(registry, services);

    /// <param name="type">The entity.</param>
    /// <param name="clrType">The class of its objects.</param>
    /// <param name="keys">The keys that can be resolved, each with its leaves.</param>
    /// <exception cref="SchemaException">A key has no resolver, or a resolver cannot be bound.</exception>
    public Entity Read(ComplexType type, Type clrType, IReadOnlyDictionary<string, IReadOnlyList<string>> keys)
    {
        var methods = ReferenceResolvers.Of(clrType, registry.Sources.Extensions(clrType), registry.Annotations);
        if (methods.Count == 0) throw FederationErrors.NoReferenceResolver(ClrTypes.Describe(clrType));
        var resolvers = methods.Select(method => Bind(method, type, clrType)).ToList();
        var lost = keys.FirstOrDefault(key => !resolvers.Exists(resolver => resolver.CanResolve(key.Value))).Key;
        if (lost is not null) throw FederationErrors.KeyWithoutResolver(ClrTypes.Describe(clrType), lost);
        return new Entity(type, clrType, [.. keys.Keys], resolvers, [.. Externals(type, clrType)]);
    }

    private EntityResolver Bind(MethodInfo method, ComplexType type, Type clrType)
    {
        var result = registry.Nullability.ReadResult(method);
        if (!clrType.IsAssignableFrom(result.Value.Type) && !result.Value.Type.IsAssignableFrom(clrType))
            throw FederationErrors.OtherEntity(method, result.Value.Type, clrType);
        var reference = Expression.Parameter(typeof(object), "reference");
        var owner = new FieldOwner(method.ReflectedType!, null);
        var fields = new List<RepresentationField>();
        var parameters = method.GetParameters().Select(parameter => Read(parameter, owner, type, reference, fields)).ToList();
        if (fields.Count == 0) throw FederationErrors.NoReference(method);
        var resolve = ResolverBinding.BindReference(method, owner, result.Kind, parameters, reference, registry.Demands.Of(method));
        return new EntityResolver(fields, resolve, TypeDemands(method, clrType));
    }

    /// <summary>What a class demands is asked with the object as parent, as for its fields; what it demands of requests was asked before they ran.</summary>
    private IReadOnlyList<AuthorizationDemand> TypeDemands(MethodInfo method, Type clrType) =>
        method.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : [.. registry.Demands.Of(clrType, method.ReflectedType!).Where(demand => demand.Apply != ApplyPolicy.Validation)];

    private BoundParameter Read(ParameterInfo parameter, FieldOwner owner, ComplexType type, ParameterExpression reference, List<RepresentationField> fields)
    {
        var shape = registry.Nullability.Read(parameter);
        var map = parameter.GetCustomAttribute<MapAttribute>();
        var isValue = registry.Scalars.Find(shape.NamedType) is not null || shape.NamedType.IsEnum;
        if (map is null && !(isValue && !IsState(parameter))) return _parameters.Read(registry.Annotations.Of(owner.Class).Member(parameter.Member).Parameter(parameter), owner, ClrTypes.Describe(parameter.Member), null, null);
        var path = map?.Path ?? NamingConventions.GetArgumentName(parameter);
        var leaf = Find(type, path) ?? throw FederationErrors.UnknownField(parameter, path, type);
        var field = new RepresentationField(path, new RepresentationValue(leaf, parameter.ParameterType, Format(leaf, shape.NamedType)))
        {
            IsRequired = !shape.IsNullable && !parameter.HasDefaultValue,
            Absent = parameter.HasDefaultValue ? parameter.DefaultValue : ClrTypes.DefaultOf(parameter.ParameterType),
        };
        fields.Add(field);
        return new BoundParameter(_ => Expression.Convert(Expression.Call(Expression.Constant(field), nameof(field.Read), null, reference), parameter.ParameterType));
    }

    private static bool IsState(ParameterInfo parameter) => parameter.IsDefined(typeof(GlobalStateAttribute)) || parameter.IsDefined(typeof(ServiceAttribute));

    private Func<object?, object?>? Format(OutputField leaf, Type target) =>
        leaf.IdTypeName is { } named ? registry.Ids!.Reader(named, target) : registry.Scalars.Reader(leaf.Type.Named, target);

    private static OutputField? Find(ComplexType type, string path)
    {
        NamedType? owner = type;
        OutputField? field = null;
        foreach (var name in path.Split('.'))
        {
            if (owner is not ComplexType { Fields: var fields } || !fields.TryGetValue(name, out field)) return null;
            owner = field.Type.Nullable is ListType ? null : field.Type.Named;
        }

        return field!.Type.Named is ScalarType or EnumType ? field : null;
    }

    private IEnumerable<ExternalProperty> Externals(ComplexType type, Type clrType)
    {
        var objects = new RepresentationObjects(registry, types, ValueOf);
        var settable = ClrMembers.OfObject(clrType).OfType<PropertyInfo>().Where(IsSettable);
        var properties = registry.Annotations.Of(clrType).Shown(settable).ToDictionary(member => member.Name, member => (PropertyInfo)member.Member);
        foreach (var field in type.Fields)
        {
            if (!directives.Has(field, FederationDirectives.External) || !properties.TryGetValue(field.Name, out var property)) continue;
            if (field.Type.Named is not (ScalarType or EnumType)) objects.Prepare(field.Type.Named, property);
            yield return new ExternalProperty(property, new RepresentationField(field.Name, ValueOf(field, property, objects)));
        }
    }

    private RepresentationValue ValueOf(OutputField field, PropertyInfo property, RepresentationObjects objects) =>
        new(field, property.PropertyType, Format(field, registry.Nullability.ReadInput(property).NamedType), objects);

    /// <summary>What may be set once only, while the object is made, is nobody else's to set.</summary>
    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
