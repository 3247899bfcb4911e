using System.Globalization;
using System.Text;

namespace Personalify.Api.Export;

/// <summary>
/// Plays as comma-separated values for spreadsheets (RFC 4180, UTF-8 with its mark). A text that a spreadsheet would take for a formula
/// begins with an apostrophe here; the JSON files have it as it is.
/// </summary>
internal sealed class PlaysTable(Stream stream) : IAsyncDisposable
{
    private const string Header =
        "ended_at,kind,title,artist_or_show,album,ms_played,counts,source,uri,"
        + "reason_start,reason_end,platform,shuffle,skipped,offline,incognito";

    private readonly StreamWriter _writer =
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16) { NewLine = "\r\n" };

    public Task BeginAsync() => _writer.WriteLineAsync(Header);

    public async Task WriteAsync(IAsyncEnumerable<ExportedPlay> plays, CancellationToken cancellationToken)
    {
        await foreach (var play in plays.WithCancellation(cancellationToken)) await _writer.WriteLineAsync(string.Join(',', Cells(play)));
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static string[] Cells(ExportedPlay play) =>
    [
        HistoryRow.Time(play.EndedAt), play.Kind, Quote(play.Name), Quote(play.By), Quote(play.Album),
        play.Identity.MsPlayed.ToString(CultureInfo.InvariantCulture), play.IsSuperseded ? "no" : "yes", play.Source ?? "",
        UriOf(play) ?? "",
        Quote(play.ReasonStart), Quote(play.ReasonEnd), Quote(play.Platform), Word(play.Shuffle), Word(play.Skipped), Word(play.Offline),
        Word(play.Incognito),
    ];

    private static string? UriOf(ExportedPlay play) => HistoryRow.Uri(play, "TRACK", "track")
        ?? HistoryRow.Uri(play, "EPISODE", "episode") ?? HistoryRow.Uri(play, "CHAPTER", "chapter");

    private static string Word(bool? flag) => flag switch { true => "yes", false => "no", null => "" };

    internal static string Quote(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text[0] is '=' or '+' or '-' or '@') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
