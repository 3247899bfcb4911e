using Personalify.Web.Api;

namespace Personalify.Web.Pages.History;

/// <summary>What an export tells of a play beside its time and length, in a few words.</summary>
public static class PlayNotes
{
    public static IEnumerable<string> Of(Play play)
    {
        if (play.Skipped == true) yield return "skipped";
        if (play.Shuffle == true) yield return "shuffle";
        if (play.Offline == true) yield return "offline";
        if (play.Source == PlaySource.Account) yield return "known to the minute";
    }
}
