using System.Collections;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Puts the making and reading of ids that name their type around fields and inputs.</summary>
internal sealed class GlobalIds(INodeIdSerializer serializer)
{
    /// <summary>Makes the values of a field ids of a type.</summary>
    public void Attach(OutputField field, string typeName)
    {
        field.IdTypeName = typeName;
        if (field.PureResolver is { } pure) field.PureResolver = parent => Format(pure(parent), typeName);
        else if (field.Resolver is { } resolver)
            field.Resolver = async context => Format(await resolver(context).ConfigureAwait(false), typeName);
    }

    /// <summary>Reads ids of a type, or of any, into internal ids; lists item by item.</summary>
    public Func<object?, object?> Reader(string? typeName, Type runtimeType) => value => Read(value, typeName, runtimeType);

    private object? Format(object? value, string typeName) => value switch
    {
        null => null,
        string text => serializer.Format(typeName, text),
        IEnumerable list => list.Cast<object?>().Select(item => Format(item, typeName)).ToArray(),
        IFieldResult result => result.Errors.Count > 0 ? result : Format(result.Value, typeName),
        _ => serializer.Format(typeName, value),
    };

    private object? Read(object? value, string? typeName, Type runtimeType)
    {
        if (value is object?[] items) return Array.ConvertAll(items, item => Read(item, typeName, runtimeType));
        if (value is not string text) return value;
        var id = serializer.Parse(text, runtimeType);
        if (typeName is not null && id.TypeName != typeName)
            throw new CoercionException($"The id is one of a {id.TypeName}, where one of a {typeName} is needed.");
        return id.InternalId;
    }
}
