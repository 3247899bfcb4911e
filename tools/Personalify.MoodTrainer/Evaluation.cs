using System.Globalization;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How good a model is on comments with known moods.</summary>
internal sealed class Evaluation
{
    private const int Bins = 15;

    private readonly IReadOnlyList<Comment> _comments;
    private readonly MoodProbabilities[] _probabilities;

    public Evaluation(TitleModel model, IReadOnlyList<Comment> comments)
    {
        _comments = comments;
        _probabilities = [.. comments.Select(comment => model.ScoreText(comment.Text))];
        Moods = [.. Enum.GetValues<Mood>().Select(mood => Of(mood, model.Thresholds[(int)mood]))];
        TopCalibrationError = CalibrationError(_probabilities.Select((p, i) => (p.Highest.Probability, comments[i].Has((int)p.Highest.Mood))));
        Told = _probabilities.Count(p => MoodThreshold.Tell(p) is not null) / (double)Math.Max(1, comments.Count);
    }

    /// <summary>Each mood by itself.</summary>
    public IReadOnlyList<MoodScores> Moods { get; }

    /// <summary>The mean F1 of the moods, each counting alike.</summary>
    public double MacroF1 => Moods.Average(mood => mood.Counts.F1);

    /// <summary>F1 over all answers together.</summary>
    public double MicroF1 => new Counts(Moods.Sum(mood => mood.Counts.Right), Moods.Sum(mood => mood.Counts.Told), Moods.Sum(mood => mood.Counts.There)).F1;

    /// <summary>How far the probability of the most probable mood is from how often it is right.</summary>
    public double TopCalibrationError { get; }

    /// <summary>The share of comments of which a mood is told at the default threshold.</summary>
    public double Told { get; }

    public void Write(TextWriter output)
    {
        output.WriteLine("mood       rows  threshold  precision  recall     F1  calibration error");
        foreach (var mood in Moods) output.WriteLine(mood.ToString());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"macro-F1 {MacroF1:0.0000}, micro-F1 {MicroF1:0.0000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration error: {Moods.Max(mood => mood.CalibrationError):0.0000} of the worst mood, {TopCalibrationError:0.0000} of the most probable one"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told at threshold {MoodThreshold.Default:0.00}: {Told:0.0%} of {_comments.Count} comments"));
    }

    private MoodScores Of(Mood mood, float threshold)
    {
        var rows = _probabilities.Select((p, i) => (Probability: p[mood], Has: _comments[i].Has((int)mood))).ToList();
        return new(mood, threshold, Counts.Of(rows.Select(row => (row.Probability >= threshold, row.Has == 1))), CalibrationError(rows));
    }

    /// <summary>The mean distance between probability and frequency over fifteen bins of equal width, each weighing as many rows as it holds.</summary>
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
        $"{Mood,-9} {Counts.There,5}  {Threshold,9:0.00}  {Counts.Precision,9:0.000}  {Counts.Recall,6:0.000}  {Counts.F1,5:0.000}  {CalibrationError,17:0.0000}");
}
