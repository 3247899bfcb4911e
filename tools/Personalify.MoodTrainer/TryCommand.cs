using System.Globalization;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Shows what a model says of titles.</summary>
internal static class TryCommand
{
    public static void Run(string path, IReadOnlyList<string> titles, TextWriter output)
    {
        using var file = File.OpenRead(path);
        var model = TitleModel.Load(file);
        foreach (var title in titles) output.WriteLine($"{title}: {Describe(model, title)}");
    }

    private static string Describe(TitleModel model, string title)
    {
        if (!model.TryScore(title, out var probabilities)) return "cannot tell: no known words";
        var (mood, probability) = probabilities.Highest;
        var words = model.Weigh(title, mood).Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Word} {word.Share:0.00}"));
        var verdict = MoodThreshold.Tell(probabilities) is null ? "cannot tell, nearest is " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{verdict}{mood} {probability:0.00} ({string.Join(", ", words)})");
    }
}
