using System.Globalization;
using System.Reflection;
using System.Text;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types;

/// <summary>
/// <c>Type:id</c> in Base64, as Hot Chocolate has it. Internal ids are texts, numbers, <see cref="Guid"/>s and whatever else parses
/// from its text; for others there are <see cref="INodeIdValueSerializer"/>s.
/// </summary>
/// <param name="serializers">For ids of other types.</param>
public sealed class DefaultNodeIdSerializer(IEnumerable<INodeIdValueSerializer>? serializers = null) : INodeIdSerializer
{
    private const int MaxLength = 2048;
    private static readonly MethodInfo Parser = typeof(DefaultNodeIdSerializer).GetMethod(nameof(ParseText), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly INodeIdValueSerializer[] _serializers = [.. serializers ?? []];

    /// <inheritdoc />
    public string Format(string typeName, object internalId) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{typeName}:{Text(internalId)}"));

    /// <inheritdoc />
    public NodeId Parse(string formattedId, Type runtimeType)
    {
        var (typeName, text) = Split(formattedId);
        return new NodeId(typeName, Value(text, runtimeType) ?? throw Invalid(formattedId));
    }

    /// <inheritdoc />
    public NodeId Parse(string formattedId, INodeIdRuntimeTypeLookup lookup)
    {
        var (typeName, text) = Split(formattedId);
        var type = lookup.GetNodeIdRuntimeType(typeName) ?? throw new CoercionException($"There are no nodes of the type '{ShownValue.Of(typeName)}'.");
        return new NodeId(typeName, Value(text, type) ?? throw Invalid(formattedId));
    }

    private static (string TypeName, string Text) Split(string id)
    {
        var bytes = new byte[Math.Min(id.Length, MaxLength)];
        if (id.Length > MaxLength || !Convert.TryFromBase64String(id, bytes, out var length)) throw Invalid(id);
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (text[..colon], text[(colon + 1)..]) : throw Invalid(id);
    }

    private string Text(object value)
    {
        if (Array.Find(_serializers, serializer => serializer.IsSupported(value.GetType())) is { } own) return own.Format(value);
        if (value is Guid guid) return guid.ToString("N");
        return value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString()!;
    }

    private object? Value(string text, Type type)
    {
        if (Array.Find(_serializers, serializer => serializer.IsSupported(type)) is { } own) return own.Parse(text);
        if (type == typeof(string)) return text;
        return Parser.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text], null);
    }

    private static object? ParseText<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static CoercionException Invalid(string id) => new($"'{ShownValue.Of(id)}' is not an id of this server.");
}
