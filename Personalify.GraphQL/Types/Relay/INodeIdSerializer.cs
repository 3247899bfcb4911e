namespace Personalify.GraphQL.Types;

/// <summary>An id that tells the type of its object. Relay: Global Object Identification.</summary>
/// <param name="TypeName">The object type.</param>
/// <param name="InternalId">The id as the application knows it.</param>
public readonly record struct NodeId(string TypeName, object InternalId);

/// <summary>Makes ids that name their type, and reads them. One instance serves all requests.</summary>
public interface INodeIdSerializer
{
    /// <summary>The id for clients.</summary>
    string Format(string typeName, object internalId);

    /// <summary>Reads an id whose object has internal ids of a known type.</summary>
    /// <exception cref="CoercionException">It is none.</exception>
    NodeId Parse(string formattedId, Type runtimeType);

    /// <summary>Reads an id of any object.</summary>
    /// <exception cref="CoercionException">It is none, or of an unknown type.</exception>
    NodeId Parse(string formattedId, INodeIdRuntimeTypeLookup lookup);
}

/// <summary>Knows what internal ids the object types have.</summary>
public interface INodeIdRuntimeTypeLookup
{
    /// <summary>The CLR type of the internal ids of an object type, or <c>null</c> when it has no nodes.</summary>
    Type? GetNodeIdRuntimeType(string typeName);
}

/// <summary>Makes text of internal ids of a type that is neither text nor a number nor a <see cref="Guid"/>.</summary>
public interface INodeIdValueSerializer
{
    /// <summary>Whether ids of the type are handled here.</summary>
    bool IsSupported(Type type);

    /// <summary>The id as text.</summary>
    string Format(object value);

    /// <summary>The id of a text, or <c>null</c> when it is none.</summary>
    object? Parse(string text);
}

/// <summary>Handles ids that are made of several parts.</summary>
/// <typeparam name="T">The class of the id.</typeparam>
public abstract class CompositeNodeIdValueSerializer<T> : INodeIdValueSerializer
    where T : notnull
{
    private const char Separator = ':';
    private const char Escape = '\\';

    /// <inheritdoc />
    public bool IsSupported(Type type) => type == typeof(T);

    /// <inheritdoc />
    public string Format(object value) => string.Join(Separator, FormatParts((T)value).Select(Escaped));

    /// <inheritdoc />
    public object? Parse(string text) => TryParseParts(Split(text), out var value) ? value : null;

    /// <summary>The parts of an id, in an order that stays the same.</summary>
    protected abstract IReadOnlyList<string> FormatParts(T value);

    /// <summary>The id of its parts. They come from a client: there may be too few or too many of them.</summary>
    protected abstract bool TryParseParts(IReadOnlyList<string> parts, out T value);

    private static string Escaped(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var part = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape && i + 1 < text.Length) part.Append(text[++i]);
            else if (text[i] == Separator) Complete();
            else part.Append(text[i]);
        }

        Complete();
        return parts;

        void Complete()
        {
            parts.Add(part.ToString());
            part.Clear();
        }
    }
}
