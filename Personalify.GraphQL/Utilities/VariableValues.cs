using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// The coerced variables of a request. A variable that was neither given nor has a default is absent, which is not null.
/// Specification: 6.1.2 Coercing Variable Values.
/// </summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, (object? Value, JsonElement Sent, ValueNode? Default)> _values = [];

    public static VariableValues None { get; } = new();

    /// <summary>Whether the variable has a value, null included.</summary>
    public bool TryGet(string name, out object? value)
    {
        var isGiven = _values.TryGetValue(name, out var entry);
        value = entry.Value;
        return isGiven;
    }

    /// <summary>The value as it was sent, for a scalar whose literal has variables inside.</summary>
    /// <exception cref="CoercionException">What was sent cannot be written as a literal.</exception>
    public bool TryGetLiteral(string name, [NotNullWhen(true)] out ValueNode? literal)
    {
        var isGiven = _values.TryGetValue(name, out var entry);
        literal = isGiven ? entry.Default ?? Literals.FromJson(entry.Sent) : null;
        return isGiven;
    }

    public void Set(string name, object? value, JsonElement sent) => _values[name] = (value, sent, null);

    public void Set(string name, object? value, ValueNode defaultValue) => _values[name] = (value, default, defaultValue);
}
