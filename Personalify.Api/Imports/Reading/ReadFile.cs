using System.Globalization;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>What the reader counted in one file.</summary>
internal sealed class ReadFile(string name, int number)
{
    private readonly SortedDictionary<DropReason, DroppedRows> _dropped = [];

    public string Name => name;

    /// <summary>Its place in the import, from 0.</summary>
    public int Number => number;

    public ImportFileKind Kind { get; set; } = ImportFileKind.Ignored;

    public int Rows { get; private set; }

    public bool HasPlays { get; set; }

    public IEnumerable<DroppedRows> Dropped => _dropped.Values;

    /// <summary>Counts a row; the first that looks like a play says what the file is.</summary>
    public void Note(RawRow row)
    {
        Rows++;
        if (Kind == ImportFileKind.Ignored && row.Kind is { } kind) Kind = kind;
    }

    public void Drop(RawRow row, Drop drop)
    {
        var count = _dropped.GetValueOrDefault(drop.Reason)?.Count ?? 0;
        _dropped[drop.Reason] = count > 0
            ? _dropped[drop.Reason] with { Count = count + 1 }
            : new DroppedRows(drop.Reason, 1, Place(row.Number, drop.What));
    }

    /// <summary>None of its entries was a play, so they are no rows.</summary>
    public void Forget(ImportFileKind kind)
    {
        Kind = kind;
        Rows = 0;
        _dropped.Clear();
    }

    /// <summary>Where a row stands and what is wrong with it.</summary>
    public string Place(int row, string what) => string.Create(CultureInfo.InvariantCulture, $"“{name}”, row {row:N0}: {what}");
}
