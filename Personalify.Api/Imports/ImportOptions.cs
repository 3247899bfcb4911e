namespace Personalify.Api.Imports;

/// <summary>Settings below <c>Imports</c>. Sizes are bytes.</summary>
public sealed class ImportOptions
{
    /// <summary>
    /// Where uploads lie until they are imported: the folder <c>uploads</c> in here. Several Api processes must share it.
    /// </summary>
    public string DataPath { get; set; } = ".personalify";

    /// <summary>
    /// How many imports, previews and undoings run at the same time in this process, each of another user. While so many run, the next user
    /// waits. A run takes about 26 MB here, a connection, and on the database's side work_mem for each sort; runs that wait for a core go
    /// slower.
    /// </summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>After so long without a sign of life an import counts as crashed and is run again.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often to look for imports that another process queued or left behind.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an upload waits to be started, and a preview to be imported, before it is removed.</summary>
    public TimeSpan KeepUploads { get; set; } = TimeSpan.FromDays(1);

    public long MaxFileBytes { get; set; } = 1L << 30;

    public long MaxImportBytes { get; set; } = 2L << 30;

    public int MaxFiles { get; set; } = 20;

    /// <summary>How many imports a user may have that are uploaded and not started.</summary>
    public int MaxUnstarted { get; set; } = 10;

    /// <summary>Left free on the disk, for the stores.</summary>
    public long ReservedDiskBytes { get; set; } = 256L << 20;
}
