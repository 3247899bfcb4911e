namespace Personalify.GraphQL.Types.Building;

/// <summary>Puts the making and reading of ids that name their type around fields and inputs.</summary>
internal sealed class GlobalIds(INodeIdSerializer serializer)
{
    /// <summary>Makes the values of a field ids of a type.</summary>
    public void Attach(OutputField field, string typeName)
    {
        field.IdTypeName = typeName;
        ValueConversion.Attach(field, value => serializer.Format(typeName, value));
    }

    /// <summary>Reads ids of a type, or of any, into internal ids; lists item by item.</summary>
    public Func<object?, object?> Reader(string? typeName, Type runtimeType) => ValueConversion.Reader(value => value is string text ? Read(text, typeName, runtimeType) : value);

    private object Read(string text, string? typeName, Type runtimeType)
    {
        var id = serializer.Parse(text, runtimeType);
        if (typeName is not null && id.TypeName != typeName)
            throw new CoercionException($"The id is of the type {id.TypeName}, where one of {typeName} is needed.");
        return id.InternalId;
    }
}
