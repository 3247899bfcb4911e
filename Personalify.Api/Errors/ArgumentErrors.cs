namespace Personalify.Api.Errors;

/// <summary>
/// Codes of errors in a field's arguments, beside those of the engine (HC0078: no cursor of the list; HC0051 and HC0079: no such page
/// size).
/// </summary>
public static class ArgumentErrors
{
    /// <summary>A period that ends before it begins, or is too long.</summary>
    public const string InvalidPeriod = "INVALID_PERIOD";

    /// <summary>A filter with a value that no play can have.</summary>
    public const string InvalidFilter = "INVALID_FILTER";

    /// <summary>A text that is too short or too long to be searched for.</summary>
    public const string InvalidText = "INVALID_TEXT";

    /// <summary>A number of entries that is not given out at once.</summary>
    public const string InvalidSize = "INVALID_SIZE";

    /// <summary>An import that the listener does not have.</summary>
    public const string ImportNotFound = "IMPORT_NOT_FOUND";

    /// <summary>The account's time zone is none that this server knows any more; no argument is to blame, but the profile.</summary>
    public const string UnknownTimeZone = "UNKNOWN_TIME_ZONE";

    /// <summary>The store of the history of synchronizations does not answer; no argument is to blame.</summary>
    public const string HistoryAway = "HISTORY_AWAY";

    /// <summary>The model that reads titles cannot answer now; no argument is to blame.</summary>
    public const string MoodModelAway = "MOOD_MODEL_AWAY";

    /// <summary>Spotify did not give what was asked for; no argument is to blame.</summary>
    public const string Spotify = "SPOTIFY";
}
