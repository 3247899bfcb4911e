using Personalify.Web.Api;

namespace Personalify.Web.Pages.History;

/// <summary>What an export, or Spotify, tells of a play beside its time and length, in a few words.</summary>
public static class PlayNotes
{
    private static readonly Texts Text = Texts.Of(typeof(PlayNotes));

    public static IEnumerable<string> Of(Play play)
    {
        if (play.Skipped == true) yield return Text["skipped"];
        if (play.Shuffle == true) yield return Text["shuffle"];
        if (play.Offline == true) yield return Text["offline"];
        if (play.Source == PlaySource.Account) yield return Text["known to the minute"];
        if (play.Source == PlaySource.Live) yield return Text["from Spotify, length assumed"];
    }
}
