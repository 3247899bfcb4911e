using System.Diagnostics;
using Personalify.DevStack;
using Personalify.Domain.Moods;
using Personalify.MoodTrainer;

namespace Personalify.Benchmarks;

/// <summary>
/// The local model of titles: how fast it loads and scores on one core, what it allocates, and beside it the cheapest that could be done
/// with a title, a list of words. With <c>PERSONALIFY_GOEMOTIONS</c>, the folder of train.tsv and dev.tsv, also how good it is on dev, and
/// whether training it anew gives the file of the repository byte for byte, which takes minutes.
/// </summary>
internal sealed class MoodsMeasure : IMeasure
{
    private const int Titles = 30_000;
    private const int Rounds = 7;
    private const double TitlesPerSecond = 40_000;
    private const double LoadMilliseconds = 300;
    private static readonly string ModelPath = Path.Combine(Repository.Root, "Personalify.Api", "Moods", "Models", "titles.mood");

    public string Name => "moods";

    public string Description =>
        $"{Titles:#,0} titles scored by the local model on one core; with PERSONALIFY_GOEMOTIONS its quality on dev and a training anew";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        List<Figure> figures = [.. Speed()];
        if (Environment.GetEnvironmentVariable("PERSONALIFY_GOEMOTIONS") is { Length: > 0 } data)
        {
            figures.AddRange(Quality(data));
            figures.AddRange(await Task.Run(() => TrainedAnew(data, progress), cancellationToken));
        }
        return figures;
    }

    private static IEnumerable<Figure> Speed()
    {
        var titles = MadeUpTitles.Make(Titles);
        var started = Stopwatch.GetTimestamp();
        var model = Load();
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var load = Median(_ => Load());
        var scoring = Median(_ => Score(model, titles));
        var list = Median(_ => MadeUpTitles.LookUp(titles));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Score(model, titles);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        yield return new("loading the model, the first time in a process", first, "ms", LoadMilliseconds);
        yield return new("loading the model, warm", load, "ms", LoadMilliseconds);
        yield return new("titles a second, one core", Titles / scoring * 1000, "") { AtLeast = TitlesPerSecond };
        yield return new("scoring a title to looking its words up in a list", scoring / list, "×");
        yield return new("allocated for a title", (double)allocated / Titles, "B", 0);
    }

    private static IEnumerable<Figure> Quality(string data)
    {
        var evaluation = new Evaluation(Load(), CommentFile.Read(Path.Combine(data, "dev.tsv")));
        yield return new("macro-F1 on dev", evaluation.MacroF1, "") { AtLeast = 0.57 };
        yield return new("micro-F1 on dev", evaluation.MicroF1, "") { AtLeast = 0.66 };
        var worst = evaluation.Moods.Max(mood => mood.CalibrationError);
        yield return new("calibration error on dev, worst mood", worst * 1000, "‰", 15);
        yield return new("calibration error on dev, most probable mood", evaluation.TopCalibrationError * 1000, "‰", 30);
    }

    private static IEnumerable<Figure> TrainedAnew(string data, TextWriter progress)
    {
        var started = Stopwatch.GetTimestamp();
        var trained = TrainCommand.Train(data, null, progress);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var committed = File.ReadAllBytes(ModelPath);
        var differing = Math.Abs(trained.Length - committed.Length) + trained.Zip(committed).Count(pair => pair.First != pair.Second);
        yield return new("bytes that a training anew makes otherwise", differing, "B", 0);
        yield return new("training anew", seconds, "s");
    }

    private static TitleModel Load()
    {
        using var file = File.OpenRead(ModelPath);
        return TitleModel.Load(file);
    }

    private static int Score(TitleModel model, string[] titles)
    {
        var scored = 0;
        foreach (var title in titles)
        {
            if (model.TryScore(title, out _)) scored++;
        }
        return scored;
    }

    /// <summary>Milliseconds of the middle one of the rounds; the first, which warms up, is left out.</summary>
    private static double Median(Func<int, object> action)
    {
        List<double> rounds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            action(round);
            if (round > 0) rounds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        rounds.Sort();
        return rounds[Rounds / 2];
    }
}
