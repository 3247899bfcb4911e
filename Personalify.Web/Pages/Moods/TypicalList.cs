using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

/// <summary>The titles most typical of a mood.</summary>
/// <param name="Query">What links to places keep.</param>
/// <param name="MayCorrect">Whether the listener may say it better.</param>
/// <param name="Back">Where a correction leads back to.</param>
public sealed record TypicalList(Mood Mood, IReadOnlyList<TypicalTrack> Tracks, StatisticsQuery Query, bool MayCorrect, string Back)
{
    private static readonly Texts Text = Texts.Of(typeof(TypicalList));

    public MoodForm FormOf(TypicalTrack track) =>
        new(track.Track.Id, track.Track.Name, track.IsCorrected ? Mood : null, Mood, Back);

    /// <summary>The words that weighed, or that the listener has said it.</summary>
    public static string Why(TypicalTrack track) => track switch
    {
        { IsCorrected: true } => Text["you said so"],
        { Track.Mood.Words: { Count: > 0 } words } => string.Join(", ", words.Select(word => $"“{Bidi.Isolate(word.Word)}”")),
        _ => "",
    };

    public static string? Sure(TypicalTrack track) => track is { IsCorrected: false, Probability: { } sure } ? Format.Percent(sure) : null;
}
