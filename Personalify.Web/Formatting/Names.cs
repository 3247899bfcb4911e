using Personalify.Web.Api;

namespace Personalify.Web.Formatting;

/// <summary>The sentences behind the schema's enum values.</summary>
public static class Names
{
    public static string Short(PlayDefinition play) => play switch
    {
        PlayDefinition.Any => "plays of any length",
        PlayDefinition.ThirtySeconds => "plays of 30 seconds or more",
        PlayDefinition.HalfOrFourMinutes => "plays of half the track or 4 minutes",
        PlayDefinition.Finished => "finished plays",
        _ => throw new ArgumentOutOfRangeException(nameof(play), play, "Not a definition of a play."),
    };

    public static string Explain(PlayDefinition play) => play switch
    {
        PlayDefinition.Any => "Everything that was started, skips included.",
        PlayDefinition.ThirtySeconds => "What Spotify itself counts as a stream.",
        PlayDefinition.HalfOrFourMinutes => "What scrobblers count. Where the track’s length is unknown, a finished play counts.",
        PlayDefinition.Finished => "Played to the end. Account data does not tell, so its plays never count.",
        _ => throw new ArgumentOutOfRangeException(nameof(play), play, "Not a definition of a play."),
    };

    public static string Of(ImportFileKind kind) => kind switch
    {
        ImportFileKind.ExtendedHistory => "extended streaming history",
        ImportFileKind.AccountHistory => "account data",
        ImportFileKind.Ignored => "not a listening history",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    public static string Of(DropReason reason) => reason switch
    {
        DropReason.Repeated => "the same play again in these files",
        DropReason.NoTime => "no time",
        DropReason.NoLength => "no length",
        DropReason.WrongType => "a value of the wrong type",
        DropReason.Nameless => "no track and no names",
        DropReason.OutOfRange => "a time or length that cannot be",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    public static string Of(ImportPhase phase) => phase switch
    {
        ImportPhase.Waiting => "Waiting for its turn",
        ImportPhase.Reading => "Reading the files",
        ImportPhase.Matching => "Matching with what is already there",
        ImportPhase.Writing => "Writing the plays",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };

    public static string Of(ImportStatus status) => status switch
    {
        ImportStatus.Uploaded => "Uploaded",
        ImportStatus.Queued => "Queued",
        ImportStatus.Running => "Running",
        ImportStatus.Completed => "Done",
        ImportStatus.Failed => "Failed",
        ImportStatus.Undoing => "Being undone",
        ImportStatus.Undone => "Undone",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };
}
