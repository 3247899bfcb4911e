using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// The coerced variables of a request, by their index in the operation. A variable that was neither given nor has a default is absent, which is
/// not null. Specification: 6.1.2 Coercing Variable Values.
/// </summary>
/// <param name="names">The operation's variables.</param>
/// <param name="sent">The JSON that their values were read from.</param>
internal sealed class VariableValues(VariableNames names, ReadOnlyMemory<byte> sent = default)
{
    private readonly Entry[] _entries = names.Count == 0 ? [] : new Entry[names.Count];

    public static VariableValues None { get; } = new(new VariableNames([]));

    /// <summary>Whether the variable has a value, null included.</summary>
    public bool TryGet(string name, out object? value)
    {
        var index = names.IndexOf(name);
        value = index >= 0 ? _entries[index].Value : null;
        return index >= 0 && IsGiven(index);
    }

    /// <summary>The value as it was sent, for a scalar whose literal has variables inside.</summary>
    /// <exception cref="CoercionException">What was sent cannot be written as a literal.</exception>
    public bool TryGetLiteral(string name, [NotNullWhen(true)] out ValueNode? literal)
    {
        var index = names.IndexOf(name);
        literal = index >= 0 && IsGiven(index) ? _entries[index].Default ?? Literals.FromJson(JsonElement.Parse(sent.Span[_entries[index].Sent])) : null;
        return literal is not null;
    }

    public bool IsGiven(int index) => _entries[index].IsGiven;

    public void Set(int index, object? value, Range sent) => _entries[index] = new Entry { IsGiven = true, Value = value, Sent = sent };

    public void Set(int index, object? value, ValueNode defaultValue) => _entries[index] = new Entry { IsGiven = true, Value = value, Default = defaultValue };

    private struct Entry
    {
        public object? Value;
        public ValueNode? Default;
        public Range Sent;
        public bool IsGiven;
    }
}

/// <summary>The names of an operation's variables. A document may have very many, so that they are looked through only when they are few.</summary>
internal sealed class VariableNames
{
    private const int Few = 8;

    private readonly string[] _names;
    private readonly Dictionary<string, int>? _indexes;

    public VariableNames(string[] names)
    {
        _names = names;
        if (names.Length > Few) _indexes = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
    }

    public int Count => _names.Length;

    /// <summary>The index of a variable, or -1.</summary>
    public int IndexOf(string name)
    {
        if (_indexes is not null) return _indexes.GetValueOrDefault(name, -1);
        for (var i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name) return i;
        }

        return -1;
    }

    /// <summary>The index of the variable that a property of JSON names, or -1.</summary>
    public int IndexOf(ref Utf8JsonReader property)
    {
        if (_indexes is not null) return IndexOf(property.GetString()!);
        for (var i = 0; i < _names.Length; i++)
        {
            if (property.ValueTextEquals(_names[i])) return i;
        }

        return -1;
    }
}
