using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Personalify.Api.Export;

/// <summary>
/// Writes plays into files of a zip, one array each and of bounded size. Rows that only their place in a file tells apart stay in one.
/// </summary>
/// <param name="zip">Where the files go, one after the other.</param>
/// <param name="name">Their name, with the number of the file at {0} and the year of its first play at {1}.</param>
/// <param name="write">Writes a row.</param>
internal sealed class HistoryFiles(ZipArchive zip, string name, Action<Utf8JsonWriter, ExportedPlay> write) : IAsyncDisposable
{
    public const int RowsInFile = 15_000;
    private const int BytesInMemory = 1 << 16;

    // Names stay readable; it is a file, and no page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Stream? _entry;
    private Utf8JsonWriter? _json;
    private ExportedPlay? _last;
    private int _files;
    private int _rows;

    public async Task WriteAsync(IAsyncEnumerable<ExportedPlay> plays, CancellationToken cancellationToken)
    {
        await foreach (var play in plays.WithCancellation(cancellationToken)) await WriteAsync(play, cancellationToken);
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask WriteAsync(ExportedPlay play, CancellationToken cancellationToken)
    {
        if (_rows >= RowsInFile && !play.Repeats(_last!)) await CloseAsync();
        if (_json is null) await OpenAsync(play, cancellationToken);
        write(_json!, play);
        (_last, _rows) = (play, _rows + 1);
        if (_json!.BytesPending >= BytesInMemory) await _json.FlushAsync(cancellationToken);
    }

    private async Task OpenAsync(ExportedPlay first, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(string.Format(CultureInfo.InvariantCulture, name, _files++, first.EndedAt.Year));
        _entry = await entry.OpenAsync(cancellationToken);
        _json = new Utf8JsonWriter(_entry, Readable);
        _json.WriteStartArray();
    }

    private async ValueTask CloseAsync()
    {
        if (_json is null) return;
        _json.WriteEndArray();
        await _json.DisposeAsync();
        await _entry!.DisposeAsync();
        (_json, _entry, _rows) = (null, null, 0);
    }
}
