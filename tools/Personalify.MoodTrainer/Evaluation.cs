using System.Globalization;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How good a model is on comments with known moods.</summary>
internal sealed class Evaluation
{
    private const int Bins = 10;
    private readonly IReadOnlyList<Comment> _comments;
    private readonly MoodProbabilities[] _probabilities;

    public Evaluation(TitleModel model, IReadOnlyList<Comment> comments)
    {
        _comments = comments;
        _probabilities = [.. comments.Select(comment => model.ScoreText(comment.Text))];
        Moods = [.. Enum.GetValues<Mood>().Select(mood => Of(mood, model.Thresholds[(int)mood]))];
        TopCalibrationError = CalibrationError(
            _probabilities.Select((p, i) => (p.Highest.Probability, comments[i].Has((int)p.Highest.Mood))));
        Told = _probabilities.Count(p => MoodThreshold.Tell(p) is not null) / (double)Math.Max(1, comments.Count);
    }

    /// <summary>Each mood by itself.</summary>
    public IReadOnlyList<MoodScores> Moods { get; }

    /// <summary>The mean F1 of the moods, each counting alike.</summary>
    public double MacroF1 => Moods.Average(mood => mood.Counts.F1);

    /// <summary>F1 over all answers together.</summary>
    public double MicroF1 => Moods.Aggregate(default(Counts), (sum, mood) => sum.Plus(mood.Counts)).F1;

    /// <summary>How far the probability of the most probable mood is from how often it is right.</summary>
    public double TopCalibrationError { get; }

    /// <summary>The share of comments of which a mood is told at the default threshold.</summary>
    public double Told { get; }

    public void Write(TextWriter output)
    {
        output.WriteLine("mood       rows  threshold  precision  recall     F1  calibration error");
        foreach (var mood in Moods) output.WriteLine(mood.ToString());
        var (worst, mean) = (Moods.Max(mood => mood.CalibrationError), Moods.Average(mood => mood.CalibrationError));
        Write(output, $"macro-F1 {MacroF1:0.0000}, micro-F1 {MicroF1:0.0000}");
        Write(output, $"calibration error: worst mood {worst:0.0000}, mean {mean:0.0000}, most probable mood {TopCalibrationError:0.0000}");
        Write(output, $"a mood is told of {Told:0.0%} of {_comments.Count} comments at threshold {MoodThreshold.Default:0.00}");
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));

    private MoodScores Of(Mood mood, float threshold)
    {
        var rows = _probabilities.Select((p, i) => (Probability: p[mood], Has: _comments[i].Has((int)mood))).ToList();
        var counts = Counts.Of(rows.Select(row => (row.Probability >= threshold, row.Has == 1)));
        return new(mood, threshold, counts, CalibrationError(rows));
    }

    /// <summary>The mean distance between probability and frequency over ten bins of equal width, weighed by their rows.</summary>
    private static double CalibrationError(IEnumerable<(float Probability, float Has)> rows)
    {
        var (sums, total) = (new double[Bins], 0);
        foreach (var (probability, has) in rows)
        {
            sums[Math.Min(Bins - 1, (int)(probability * Bins))] += probability - has;
            total++;
        }
        return sums.Sum(Math.Abs) / Math.Max(1, total);
    }
}

/// <summary>How good a model is for one mood.</summary>
internal sealed record MoodScores(Mood Mood, float Threshold, Counts Counts, double CalibrationError)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mood,-9} {Counts.There,5}  {Threshold,9:0.00}  {Counts.Precision,9:0.000}  {Counts.Recall,6:0.000}  {Counts.F1,5:0.000}" +
        $"  {CalibrationError,17:0.0000}");
}
