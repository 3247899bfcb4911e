using System.Linq.Expressions;
using System.Reflection;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What is needed of objects of a type.</summary>
internal sealed class ProjectedProperties(Type type)
{
    private readonly Dictionary<PropertyInfo, ProjectedProperties?> _properties = [];
    private bool _isWhole;

    /// <summary>The type of the objects that a property holds, one or many; <c>null</c> for plain values.</summary>
    public static Type? ObjectIn(PropertyInfo property)
    {
        var type = ClrTypes.ItemOf(property.PropertyType) ?? property.PropertyType;
        return IsPlain(type) ? null : type;
    }

    /// <summary>Everything that the object holds itself. Other objects that it leads to are read only when they are asked for.</summary>
    public void AddAll() => _isWhole = true;

    /// <summary>A property, and what is needed of the objects that it holds, if it does.</summary>
    public ProjectedProperties? Add(PropertyInfo property)
    {
        if (_properties.TryGetValue(property, out var known)) return known;
        return _properties[property] = ObjectIn(property) is { } inner ? new ProjectedProperties(inner) : null;
    }

    /// <summary>A property of a property and so on; anything else needs the whole object.</summary>
    public void AddPath(Expression path)
    {
        if (Follow(path) is null) AddAll();
    }

    /// <summary>The object with what is needed of it; itself when all of it is needed, or when nobody else can make such an object.</summary>
    public Expression Read(Expression source)
    {
        if (_isWhole && _properties.Values.All(inner => inner is null)) return source;
        foreach (var property in Stored().Where(property => _isWhole ? ObjectIn(property) is null : IsAlwaysRead(property))) Add(property);
        return ObjectMaker.Make(type, _properties.Keys, property => ReadProperty(source, property)) ?? source;
    }

    private ProjectedProperties? Follow(Expression path)
    {
        if (path is ParameterExpression) return this;
        if (path is not MemberExpression { Expression: { } owner, Member: PropertyInfo property }) return null;
        var parent = Follow(owner);
        if (parent is null) return null;
        return parent.Add(property) ?? parent;
    }

    private Expression ReadProperty(Expression source, PropertyInfo property)
    {
        var value = Expression.Property(source, property);
        if (_properties[property] is not { } inner) return value;
        return ClrTypes.ItemOf(property.PropertyType) is null ? inner.ReadOne(value) : inner.ReadMany(value);
    }

    private Expression ReadOne(Expression value)
    {
        var read = Read(value);
        return read == value ? value : Expression.Condition(Expression.Equal(value, Expressions.Null(value)), Expressions.Null(value), read);
    }

    private Expression ReadMany(Expression list)
    {
        var each = Expression.Parameter(type, "each");
        var read = Read(each);
        if (read == each || Collector(list.Type) is not { } collect) return list;
        var selected = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [type, type], list, Expression.Lambda(read, each));
        return Expression.Convert(Expression.Call(typeof(Enumerable), collect, [type], selected), list.Type);
    }

    private string? Collector(Type list)
    {
        if (list.IsAssignableFrom(typeof(List<>).MakeGenericType(type))) return nameof(Enumerable.ToList);
        return list.IsAssignableFrom(type.MakeArrayType()) ? nameof(Enumerable.ToArray) : null;
    }

    private IEnumerable<PropertyInfo> Stored() => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && DataProperties.IsStored(property));

    private bool IsAlwaysRead(PropertyInfo property) => AnnotatedMember.Carries<IsProjectedAttribute>(property) || UniqueKey.IsKey(property, type);

    private static bool IsPlain(Type type) =>
        ClrScalars.Find(Nullable.GetUnderlyingType(type) ?? type) is not null || (Nullable.GetUnderlyingType(type) ?? type).IsEnum || ClrTypes.IsFromPlatform(type);
}

/// <summary>Writes expressions that make objects.</summary>
internal static class ObjectMaker
{
    /// <summary>
    /// A new object with these properties: by its constructor without parameters, or by one whose parameters are properties;
    /// <c>null</c> when there is neither, or when a property cannot be set.
    /// </summary>
    public static Expression? Make(Type type, IReadOnlyCollection<PropertyInfo> properties, Func<PropertyInfo, Expression> read)
    {
        if (type.IsAbstract || Constructor(type) is not { } constructor) return null;
        var parameters = constructor.GetParameters();
        var set = properties.Where(property => !Array.Exists(parameters, parameter => Matches(parameter, property))).ToList();
        if (set.Exists(property => property.SetMethod is not { IsPublic: true })) return null;
        var arguments = parameters.Select(parameter => properties.FirstOrDefault(property => Matches(parameter, property)) is { } given
            ? read(given)
            : Expression.Default(parameter.ParameterType));
        return Expression.MemberInit(Expression.New(constructor, arguments), set.Select(property => Expression.Bind(property, read(property))));
    }

    private static ConstructorInfo? Constructor(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is { } plain) return plain;
        var properties = type.GetProperties();
        return type.GetConstructors().FirstOrDefault(constructor =>
            constructor.GetParameters().All(parameter => Array.Exists(properties, property => Matches(parameter, property))));
    }

    private static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        parameter.ParameterType == property.PropertyType && string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);
}
