using Personalify.Web.Api;

namespace Personalify.Web.Formatting;

/// <summary>The sentences behind the schema's enum values.</summary>
public static class Names
{
    private static readonly Texts Text = Texts.Of(typeof(Names));

    public static string Short(PlayDefinition play) => play switch
    {
        PlayDefinition.Any => Text["plays of any length"],
        PlayDefinition.ThirtySeconds => Text["plays of 30 seconds or more"],
        PlayDefinition.HalfOrFourMinutes => Text["plays of half the track or 4 minutes"],
        PlayDefinition.Finished => Text["finished plays"],
        _ => throw new ArgumentOutOfRangeException(nameof(play), play, "Not a definition of a play."),
    };

    public static string Explain(PlayDefinition play) => play switch
    {
        PlayDefinition.Any => Text["Everything that was started, skips included."],
        PlayDefinition.ThirtySeconds => Text["What Spotify itself counts as a stream."],
        PlayDefinition.HalfOrFourMinutes => Text["What scrobblers count. Where the track’s length is unknown, a finished play counts."],
        PlayDefinition.Finished => Text["Played to the end. Account data does not tell, so its plays never count."],
        _ => throw new ArgumentOutOfRangeException(nameof(play), play, "Not a definition of a play."),
    };

    public static string Of(ImportFileKind kind) => kind switch
    {
        ImportFileKind.ExtendedHistory => Text["extended streaming history"],
        ImportFileKind.AccountHistory => Text["account data"],
        ImportFileKind.Ignored => Text["not a listening history"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    public static string Of(DropReason reason) => reason switch
    {
        DropReason.Repeated => Text["the same play again in these files"],
        DropReason.NoTime => Text["no time"],
        DropReason.NoLength => Text["no length"],
        DropReason.WrongType => Text["a value of the wrong type"],
        DropReason.Nameless => Text["no track and no names"],
        DropReason.OutOfRange => Text["a time or length that cannot be"],
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    public static string Of(ImportPhase phase) => phase switch
    {
        ImportPhase.Waiting => Text["Waiting for its turn"],
        ImportPhase.Reading => Text["Reading the files"],
        ImportPhase.Matching => Text["Matching with what is already there"],
        ImportPhase.Writing => Text["Writing the plays"],
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };

    public static string Of(ImportStatus status) => status switch
    {
        ImportStatus.Uploaded => Text["Uploaded"],
        ImportStatus.Queued => Text["Queued"],
        ImportStatus.Running => Text["Running"],
        ImportStatus.Completed => Text["Done"],
        ImportStatus.Failed => Text["Failed"],
        ImportStatus.Undoing => Text["Being undone"],
        ImportStatus.Undone => Text["Undone"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };
}
