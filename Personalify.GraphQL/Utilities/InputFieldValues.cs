using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// The coerced values of an input object's fields, one place for each field of its type. For those who make the CLR value it looks like a
/// dictionary without the absent fields, and need not be one.
/// </summary>
internal sealed class InputFieldValues(List<InputField> fields) : IReadOnlyDictionary<string, object?>
{
    private static readonly object Absent = new();

    private readonly object?[] _values = MakeAbsent(fields.Count);

    public int Count => _values.Count(value => value != Absent);

    public IEnumerable<string> Keys => Given().Select(entry => entry.Key);

    public IEnumerable<object?> Values => Given().Select(entry => entry.Value);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The field \"{key}\" is not given.");

    public bool IsGiven(int index) => _values[index] != Absent;

    public void Set(int index, object? value) => _values[index] = value;

    public void Remove(int index) => _values[index] = Absent;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = null;
        for (var i = 0; i < _values.Length; i++)
        {
            if (fields[i].Name != key) continue;
            value = IsGiven(i) ? _values[i] : null;
            return IsGiven(i);
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Given().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<KeyValuePair<string, object?>> Given()
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (IsGiven(i)) yield return new KeyValuePair<string, object?>(fields[i].Name, _values[i]);
        }
    }

    private static object?[] MakeAbsent(int count)
    {
        var values = new object?[count];
        Array.Fill(values, Absent);
        return values;
    }
}
