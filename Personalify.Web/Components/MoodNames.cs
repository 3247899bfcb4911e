using Personalify.Web.Api;

namespace Personalify.Web.Components;

/// <summary>How moods are called on the pages.</summary>
public static class MoodNames
{
    private static readonly Texts Text = Texts.Of(typeof(MoodNames));

    /// <summary>The six that a title may tell; neutral tells none.</summary>
    public static IReadOnlyList<Mood> Told { get; } = [.. Enum.GetValues<Mood>().Where(mood => mood != Mood.Neutral)];

    public static string Of(Mood mood) => mood switch
    {
        Mood.Anger => Text["Anger"],
        Mood.Disgust => Text["Disgust"],
        Mood.Fear => Text["Fear"],
        Mood.Joy => Text["Joy"],
        Mood.Sadness => Text["Sadness"],
        Mood.Surprise => Text["Surprise"],
        _ => Text["No mood"],
    };

    /// <summary>The class that gives a mood its colour.</summary>
    public static string ClassOf(Mood mood) => "m-" + mood.ToString().ToLowerInvariant();
}
