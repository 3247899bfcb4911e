using Personalify.Web.Api;

namespace Personalify.Web.Components;

/// <summary>Where a listener says which mood the title of a track has, or takes back what they said.</summary>
/// <param name="TrackId">Whose title.</param>
/// <param name="Title">The title, for those who do not see beside what the form stands.</param>
/// <param name="Corrected">What the listener has said before; null where nothing.</param>
/// <param name="Shown">What is chosen at first.</param>
/// <param name="Back">The page from which it is sent, and the place on it.</param>
public sealed record MoodForm(string TrackId, string Title, Mood? Corrected, Mood? Shown, string Back);

/// <summary>What became of a correction, shown once on the page from which it came.</summary>
/// <param name="Text">What was done, or why it was not.</param>
/// <param name="IsProblem">Whether it was not.</param>
/// <param name="TrackId">Whose mood undoing sets back; empty where nothing can be undone.</param>
/// <param name="Before">What the listener had said before; empty where nothing.</param>
public sealed record MoodNotice(string Text, bool IsProblem, string TrackId, string Before)
{
    public const string Key = "MoodNotice";

    public string[] ToEntry() => [Text, IsProblem ? "problem" : "", TrackId, Before];

    public static MoodNotice? Read(object? entry) =>
        entry is string[] { Length: 4 } parts ? new MoodNotice(parts[0], parts[1].Length > 0, parts[2], parts[3]) : null;
}
