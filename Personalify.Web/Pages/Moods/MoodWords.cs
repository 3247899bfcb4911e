using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Moods;

/// <summary>How far titles were read, in a sentence.</summary>
public static class MoodWords
{
    private static readonly Texts Text = Texts.Of(typeof(MoodWords));

    public static string Waiting(MoodCoverage coverage)
    {
        var titles = Format.Count(coverage.Waiting, "title", "titles");
        return coverage.Read == 0
            ? Text["{0} are still to be read.", titles]
            : Text["{0} are still to be read; until none is left you see what the model before has said.", titles];
    }
}
