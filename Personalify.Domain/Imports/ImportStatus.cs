namespace Personalify.Domain.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>Its files are here; nothing has been asked yet.</summary>
    Uploaded,

    /// <summary>Waits for its turn: one import at a time for each user.</summary>
    Queued,

    /// <summary>Is being read or written.</summary>
    Running,

    /// <summary>Finished. A preview that is finished keeps its files and can be started again.</summary>
    Completed,

    /// <summary>Refused or broken; nothing was written and its files are gone.</summary>
    Failed,

    /// <summary>What it added is being taken back, or waits for that.</summary>
    Undoing,

    /// <summary>What it added was taken back.</summary>
    Undone,
}

/// <summary>What a running import does at the moment.</summary>
public enum ImportPhase
{
    /// <summary>Waits for another import of the same user.</summary>
    Waiting,

    /// <summary>Reads the files.</summary>
    Reading,

    /// <summary>Finds artists, albums and tracks, and the plays that are there already.</summary>
    Matching,

    /// <summary>Writes the plays and what follows from them.</summary>
    Writing,
}

/// <summary>What a file was recognised as, by its content.</summary>
public enum ImportFileKind
{
    /// <summary>Extended streaming history, of any generation.</summary>
    ExtendedHistory,

    /// <summary>The listening of the account data: names only, minute precision.</summary>
    AccountHistory,

    /// <summary>No listening history; not read further than needed to know that.</summary>
    Ignored,
}

/// <summary>Why a row does not count.</summary>
public enum DropReason
{
    /// <summary>The same time, track and length stood in this import before.</summary>
    Repeated,

    /// <summary>Without the time of its end.</summary>
    NoTime,

    /// <summary>Without the milliseconds played.</summary>
    NoLength,

    /// <summary>A field holds something else than it must, or the entry is no object.</summary>
    WrongType,

    /// <summary>Names no track, episode or chapter. Its time is kept, apart from everything that is counted.</summary>
    Nameless,

    /// <summary>A time before Spotify existed or in the future, or a length that no play has.</summary>
    OutOfRange,
}
