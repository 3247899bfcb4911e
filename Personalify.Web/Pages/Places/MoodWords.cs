using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Places;

/// <summary>What is known of the mood of a track's title, in a sentence.</summary>
public static class MoodWords
{
    private static readonly Texts Text = Texts.Of(typeof(MoodWords));

    public static string Says(TitleMood? mood) => mood switch
    {
        null => Text["The title was not read yet. That takes seconds, or longer where another server reads."],
        { IsCorrected: true, Mood: Api.Mood.Neutral } => Text["No mood: you said so."],
        { IsCorrected: true, Mood: { } said } => Text["{0}: you said so.", MoodNames.Of(said)],
        { Mood: { } told, Probabilities: { } chances } =>
            Text["{0}, with a probability of {1}.", MoodNames.Of(told), Format.Percent(chances.All.First(one => one.Mood == told).Chance)],
        { Mood: { } told } => $"{MoodNames.Of(told)}.",
        { Probabilities: null } => Text["Cannot tell: the model does not know these words."],
        _ => Text["Cannot tell: the words say too little."],
    };
}
