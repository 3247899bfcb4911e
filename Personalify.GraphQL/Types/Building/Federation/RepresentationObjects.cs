using System.Reflection;
using System.Text.Json;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Makes objects of what other subgraphs have resolved: instances of the classes that the schema's types come from, with the properties that were
/// sent. Those that were not keep what the class gives them.
/// </summary>
/// <param name="registry">Knows which property is which field.</param>
/// <param name="types">All types of the schema.</param>
/// <param name="readerOf">Reads the value of a field into a property.</param>
internal sealed class RepresentationObjects(
    TypeRegistry registry, IReadOnlyList<NamedType> types, Func<OutputField, PropertyInfo, RepresentationObjects, RepresentationValue> readerOf)
{
    private readonly Dictionary<string, RepresentationObject> _makers = [];

    /// <summary>Looks how objects of a type are made, and those below them.</summary>
    /// <exception cref="SchemaException">A class cannot be made.</exception>
    public void Prepare(NamedType type, PropertyInfo property)
    {
        foreach (var member in Members(type).Where(member => !_makers.ContainsKey(member.Name))) Add(member, property);
    }

    /// <exception cref="CoercionException">It does not fit the type.</exception>
    public object? Read(JsonElement json, GraphQLType type)
    {
        if (json.ValueKind == JsonValueKind.Null) return type is NonNullType ? throw new CoercionException($"{type} cannot be null.") : null;
        if (type.Nullable is not ListType list) return MakerOf(json, type.Named).Create(json);
        if (json.ValueKind != JsonValueKind.Array) throw new CoercionException($"{type} must be a list, found: {ShownValue.Of(json.GetRawText())}.");
        return json.EnumerateArray().Select(item => Read(item, list.OfType)).ToArray();
    }

    private void Add(ObjectType type, PropertyInfo property)
    {
        var clrType = type.RuntimeType;
        var shape = (clrType is null ? null : InstanceShape.Of(clrType)) ?? throw FederationErrors.NoExternalObject(property, type);
        var values = new Dictionary<string, RepresentationValue>();
        var members = new List<InputMember>();
        // Known before its fields are read: an object may hold others of its type.
        _makers[type.Name] = new RepresentationObject(type, values, new Lazy<InputInstanceFactory>(() => new InputInstanceFactory(clrType!, shape, members)));
        foreach (var member in registry.Annotations.Of(clrType!).Shown(shape.Properties))
        {
            var taken = (PropertyInfo)member.Member;
            if (!type.Fields.TryGetValue(member.Name, out var field)) continue;
            if (field.Type.Named is not (ScalarType or EnumType)) Prepare(field.Type.Named, property);
            values[field.Name] = readerOf(field, taken, this);
            var input = new BoundInput(new InputField(field.Name, SpecifiedScalars.String), ClrTypes.DefaultOf(taken.PropertyType));
            members.Add(new InputMember(input, taken, shape.ParameterOf(taken)));
        }
    }

    private RepresentationObject MakerOf(JsonElement json, NamedType type)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new CoercionException($"{type} must be an object, found: {ShownValue.Of(json.GetRawText())}.");
        if (type is ObjectType) return _makers[type.Name];
        var name = json.TryGetProperty(Representation.TypeNameField, out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return Members(type).FirstOrDefault(member => member.Name == name) is { } known
            ? _makers[known.Name]
            : throw new CoercionException($"{type} must have a {Representation.TypeNameField} that is one of its types, found: {ShownValue.Of(json.GetRawText())}.");
    }

    private IEnumerable<ObjectType> Members(NamedType type) => type switch
    {
        UnionType union => union.Types,
        InterfaceType parent => types.OfType<ObjectType>().Where(member => member.Interfaces.Contains(parent)),
        _ => [(ObjectType)type],
    };
}

/// <summary>Makes objects of one type.</summary>
internal sealed class RepresentationObject(ObjectType type, IReadOnlyDictionary<string, RepresentationValue> values, Lazy<InputInstanceFactory> factory)
{
    public object Create(JsonElement json)
    {
        var given = new Dictionary<string, object?>();
        foreach (var field in json.EnumerateObject())
        {
            if (values.TryGetValue(field.Name, out var value)) given[field.Name] = Read(value, field);
        }

        return factory.Value.Create(given);
    }

    private object? Read(RepresentationValue value, JsonProperty field)
    {
        try
        {
            return value.Read(field.Value) ?? ClrTypes.DefaultOf(value.Target);
        }
        catch (CoercionException error)
        {
            throw new CoercionException($"{type}.{field.Name}: {error.Message}");
        }
    }
}
