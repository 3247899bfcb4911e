using System.Globalization;
using System.Text.Json;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>Every sentence with which an upload is refused: what is wrong, where, and what to send instead.</summary>
internal static class Rejections
{
    private const string Instead =
        "Send the zip as Spotify mailed it, or single files from it such as Streaming_History_Audio_2024_0.json or StreamingHistory_music_0.json.";

    public static ImportRejectedException NotAnExport(string name, string looksLike) =>
        new($"“{name}” is neither a zip nor a JSON file: it {looksLike}. {Instead}");

    public static ImportRejectedException AnotherService(string name, string found) =>
        new($"“{name}” is not a Spotify listening history: {found}. Exports of other services cannot be imported. {Instead}");

    public static ImportRejectedException EmptyFile(string name) => new($"“{name}” is empty. {Instead}");

    public static ImportRejectedException EmptyZip(string name) => new($"The zip “{name}” holds no files. {Instead}");

    public static ImportRejectedException CutOffZip(string name) =>
        new($"The zip “{name}” is cut off or damaged: the directory at its end is missing or broken. Download it from Spotify again and send the whole file.");

    public static ImportRejectedException DamagedEntry(string zip, string name, Exception cause) =>
        new($"“{name}” in the zip “{zip}” is damaged and cannot be unpacked. Download the zip from Spotify again and send the whole file.", cause);

    public static ImportRejectedException Encrypted(string zip, string name) =>
        new($"“{name}” in the zip “{zip}” is protected with a password. Unpack it and send its JSON files, or a zip without a password.");

    public static ImportRejectedException OtherMethod(string zip, string name, string method) =>
        new($"“{name}” in the zip “{zip}” is packed with {method}, which cannot be unpacked here. "
            + "Pack it again as usual (zip, deflate), or send its JSON files.");

    public static ImportRejectedException NestedZip(string zip, string name) =>
        new($"The zip “{zip}” contains another zip, “{name}”. Unpack “{zip}” and send what is in it.");

    public static ImportRejectedException TooManyEntries(string zip, int limit) =>
        new($"The zip “{zip}” holds more than {Count(limit)} files, which no Spotify export does. {Instead}");

    public static ImportRejectedException TooLarge(string zip, long limit) =>
        new($"The zip “{zip}” unpacks to more than {limit >> 30} GiB, which no Spotify export does. {Instead}");

    public static ImportRejectedException TooDense(string zip, string name, int limit) =>
        new($"“{name}” in the zip “{zip}” unpacks to more than {limit} times its size, which no listening history does. {Instead}");

    public static ImportRejectedException NoHistory(string zip, IReadOnlyList<string> found) =>
        new($"The zip “{zip}” holds no listening history, only {Listed(found)}. On Spotify's privacy page ask for “Extended streaming history”, or "
            + "for “Account data” with the streaming history in it, and send the zip that comes by mail.");

    public static ImportRejectedException NotAnArray(string name) =>
        new($"“{name}” is no listening history: a history is a JSON array of plays, and this file holds something else. {Instead}");

    public static ImportRejectedException NestedArray(string name) =>
        new($"“{name}” holds arrays in an array, which is one level too many: a history is one array "
            + "of plays. Take the outer brackets away, or "
            + "send the files from which it was made one by one.");

    public static ImportRejectedException OtherEncoding(string name, string encoding) =>
        new($"“{name}” is a text in {encoding}, and an export is in UTF-8. Open it in an editor and "
            + "save as UTF-8, or send the file as Spotify made it.");

    public static ImportRejectedException Gzip(string name) =>
        new($"“{name}” is packed with gzip, which is not unpacked here. Unpack it (gunzip) and send "
            + "what is in it: the zip as Spotify mailed it, or its JSON files.");

    public static ImportRejectedException ZeroedBefore(string name) => Zeroed(name, "where its array should begin");

    public static ImportRejectedException ZeroedInside(string name, int row) => Zeroed(name, $"at row {Count(row)} or behind it");

    public static ImportRejectedException ZeroedAfter(string name, int rows) => Zeroed(name, $"after its array of {Count(rows)} rows");

    public static ImportRejectedException TextAfterArray(string name, int rows) =>
        new($"“{name}” goes on after the end of its array of {Count(rows)} rows. If files were joined into one, send them one by one.");

    public static ImportRejectedException CutOff(string name, int row) =>
        new($"“{name}” ends in the middle, at row {Count(row)}: it is cut off. Download the export from Spotify again and send the whole file.");

    public static ImportRejectedException RowTooLong(string name, int row) =>
        new($"Row {Count(row)} of “{name}” is longer than {HistoryFile.LongestRow >> 20} MiB, which no play is. Send the file as Spotify made it.");

    public static ImportRejectedException BrokenJson(string name, int row, JsonException cause) =>
        new($"“{name}” is not valid JSON: at row {Count(row)}, line {Count(1 + (cause.LineNumber ?? 0))}, something stands that JSON does not allow. "
            + "Send the file as Spotify made it, without edits.", cause);

    public static ImportRejectedException FilesGone() =>
        new("The uploaded files are no longer on the server, so the import cannot run. Upload them again.");

    private static ImportRejectedException Zeroed(string name, string where) =>
        new($"“{name}” holds zeroed bytes {where}: its copy is damaged or cut off, and plays may be "
            + "missing. Copy it once more, or download the export from Spotify again.");

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 0 ? "folders" : string.Join(", ", names.Take(5).Select(name => $"“{name}”")) + (names.Count > 5 ? $" and {names.Count - 5} more" : "");
}
