using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>What may be uploaded with a request. Files are streamed to disk and removed when the request ends.</summary>
public sealed class UploadOptions
{
    /// <summary>The most files of a request. Default: 20.</summary>
    public int MaxAllowedFiles { get; set; } = 20;

    /// <summary>The longest file in bytes. Default: 100 MiB.</summary>
    public long MaxAllowedFileSize { get; set; } = 100L << 20;

    /// <summary>The most bytes of all files of a request together. Default: 128 MiB.</summary>
    public long MaxAllowedTotalSize { get; set; } = 128L << 20;

    /// <summary>
    /// What must be left free on the disk of <see cref="Folder"/>, beside the length that the request announces; otherwise it is refused with status 507 before
    /// anything of it is read. Default: nothing.
    /// </summary>
    public long ReservedDiskBytes { get; set; }

    /// <summary>
    /// Where files lie until the request ends; made when it is missing, for this process's user only. What a process that was killed leaves there is named
    /// <c>graphql-upload-…</c>. Default: the system's folder for temporary files.
    /// </summary>
    public string Folder { get; set; } = Path.GetTempPath();

    /// <summary>
    /// Whether this client may upload at all; asked before anything of the form is read, so that strangers cannot fill the disk.
    /// Default: everybody may.
    /// </summary>
    public Func<HttpContext, bool> IsAllowed { get; set; } = _ => true;

    internal UploadOptions Copy() => (UploadOptions)MemberwiseClone();
}
