namespace Personalify.Api.Sync;

/// <summary>Settings below <c>Sync</c>.</summary>
public sealed class SyncOptions
{
    public const string Section = "Sync";

    /// <summary>Whether parts are queued when they are due; without, a listener synchronizes by asking for it.</summary>
    public bool Schedule { get; set; } = true;

    /// <summary>How many runs this process works on at the same time, each of another listener.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>After so long without a sign of life a run counts as interrupted.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often to look for runs that another process queued or left behind, and for what the history has not taken yet.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often to look for what is due.</summary>
    public TimeSpan ScheduleInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many listeners are queued at one look, those first whose turn is longest due.</summary>
    public int MaxQueuedAtOnce { get; set; } = 50;

    /// <summary>Spotify keeps fifty plays; of songs of a minute and a half that is more than an hour.</summary>
    public TimeSpan RecentPlaysEvery { get; set; } = TimeSpan.FromMinutes(20);

    public TimeSpan TopListsEvery { get; set; } = TimeSpan.FromDays(1);

    public TimeSpan LibraryEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>When a part that failed is tried again, unless it is due earlier or Spotify asks to wait longer.</summary>
    public TimeSpan RetryFailedAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a finished run can still be followed here after the history has taken it.</summary>
    public TimeSpan KeepFinished { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan Every(SyncPart part) => part switch
    {
        SyncPart.RecentPlays => RecentPlaysEvery,
        SyncPart.TopLists => TopListsEvery,
        _ => LibraryEvery,
    };
}
