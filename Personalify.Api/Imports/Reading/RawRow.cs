using System.Text.Json;
using Personalify.Domain.Catalog;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// One row as it stands in the reader's buffer: where each field's value lies, nothing decoded. Valid until the next row is read, so that
/// a row costs no allocation.
/// </summary>
internal sealed class RawRow
{
    private readonly Value[] _values = new Value[HistoryFields.Count];
    private byte[] _buffer = [];

    /// <summary>The place in the file's array, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>False when the entry of the array is something else than an object.</summary>
    public bool IsObject { get; private set; }

    /// <summary>Which history the row belongs to by the names of its fields; null when it looks like neither.</summary>
    public ImportFileKind? Kind { get; set; }

    public void Begin(byte[] buffer, int number, bool isObject)
    {
        _buffer = buffer;
        Number = number;
        IsObject = isObject;
        Kind = null;
        Array.Clear(_values);
    }

    /// <summary>
    /// Where a value lies. One that says nothing (null, true, an object; a number where words stand) has a type and no bytes.
    /// </summary>
    public void Set(HistoryField field, JsonTokenType type, int start, int length)
    {
        var isSaid = type == JsonTokenType.String || (type == JsonTokenType.Number && !HistoryFields.IsWord(field));
        _values[(int)field] = new Value(type, start, isSaid ? length : 0);
    }

    public JsonTokenType TypeOf(HistoryField field) => _values[(int)field].Type;

    /// <summary>Whether the field holds a text that is not empty, or a number: titles such as 1989 can arrive as numbers.</summary>
    public bool Has(HistoryField field) =>
        _values[(int)field] is { Length: > 0, Type: JsonTokenType.String or JsonTokenType.Number };

    /// <summary>The value's bytes as they stand in the file: escapes not resolved, quotes not included.</summary>
    public ReadOnlySpan<byte> Raw(HistoryField field)
    {
        var value = _values[(int)field];
        return _buffer.AsSpan(value.Start, value.Length);
    }

    public string? Text(HistoryField field) => Has(field) ? JsonText.Decode(Raw(field)) : null;

    /// <summary>Null where the export says nothing usable; some variants write 0 and 1.</summary>
    public bool? Flag(HistoryField field) => TypeOf(field) switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when WholeNumber.TryParse(Raw(field), out var number) => number != 0,
        _ => null,
    };

    /// <summary>The value's start for an error message, which is stored and shown: without control characters.</summary>
    public string Excerpt(HistoryField field)
    {
        var text = CatalogName.Display(JsonText.Decode(Raw(field)));
        return text.Length <= 40 ? text : CatalogName.Display(text, 40) + "…";
    }

    private readonly record struct Value(JsonTokenType Type, int Start, int Length);
}
