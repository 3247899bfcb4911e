using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What another subgraph knows of an object: its type, and fields that tell it apart.</summary>
internal sealed class Representation
{
    public const string TypeNameField = "__typename";

    /// <exception cref="GraphQLException">It is no object, or does not say of what type.</exception>
    public Representation(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Invalid($"A representation must be an object, found: {ShownValue.Of(json.GetRawText())}.");
        if (!json.TryGetProperty(TypeNameField, out var name) || name.ValueKind != JsonValueKind.String)
            throw Invalid($"A representation must have a {TypeNameField} that is a string, found: {ShownValue.Of(json.GetRawText())}.");
        (Json, TypeName) = (json, name.GetString()!);
    }

    /// <summary>The type that the object should have.</summary>
    public string TypeName { get; }

    private JsonElement Json { get; }

    /// <summary>The names of its fields, for messages.</summary>
    public string FieldNames => ShownValue.Of(string.Join(", ", Json.EnumerateObject().Select(each => each.Name).Where(name => name != TypeNameField)));

    public JsonElement? Find(IEnumerable<string> path)
    {
        var found = Json;
        foreach (var name in path)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found)) return null;
        }

        return found;
    }

    public static GraphQLException Invalid(string message) => new(message, ErrorCodes.InvalidRepresentation);
}

/// <summary>A field of representations that becomes a CLR value.</summary>
/// <param name="path">Its name, with dots between the names of fields around it.</param>
/// <param name="value">How its value is read.</param>
internal sealed class RepresentationField(string path, RepresentationValue value)
{
    private readonly string[] _names = path.Split('.');

    public string Path => path;

    /// <summary>Whether a reference cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value of a field that is not given.</summary>
    public object? Absent { get; init; } = ClrTypes.DefaultOf(value.Target);

    /// <summary>Whether the field is given, and not as null.</summary>
    public bool IsGiven(Representation representation) => representation.Find(_names) is { ValueKind: not JsonValueKind.Null };

    /// <summary>The value of a representation.</summary>
    /// <exception cref="GraphQLException">It does not fit the field's type.</exception>
    public object? Read(object reference)
    {
        var representation = (Representation)reference;
        if (representation.Find(_names) is not { } json) return Absent;
        try
        {
            return value.Read(json) ?? Absent;
        }
        catch (CoercionException error)
        {
            throw Representation.Invalid($"The representation of {representation.TypeName} has an invalid {path}: {error.Message}");
        }
    }
}
