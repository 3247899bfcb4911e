namespace Personalify.Api.Imports.Reading;

/// <summary>A file that was uploaded, as it lies on disk. The name is the sender's and never a path.</summary>
internal sealed record UploadedFile(string Path, string Name);

/// <summary>One file of an upload that may be a history: an entry of a zip, or the upload itself.</summary>
/// <param name="Archive">The uploaded file's name.</param>
/// <param name="Name">The file's own name without folders.</param>
/// <param name="PackedBytes">Its size in the upload.</param>
/// <param name="Bytes">Its size unpacked, as the upload states it.</param>
/// <param name="Open">Opens its unpacked bytes.</param>
internal sealed record HistoryEntry(string Archive, string Name, long PackedBytes, long Bytes, Func<Stream> Open)
{
    private static readonly string[] HistoryNames = ["endsong", "endvideo", "streaminghistory", "streaming_history"];

    public bool IsInZip { get; init; }

    /// <summary>Whether Spotify gives this name to histories: then a content that is none is a mistake, not another file.</summary>
    public bool IsNamedAsHistory =>
        (Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
        && HistoryNames.Any(name => Name.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
