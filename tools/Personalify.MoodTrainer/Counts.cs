namespace Personalify.MoodTrainer;

/// <summary>How often a mood was told and was there.</summary>
internal readonly record struct Counts(int Right, int Told, int There)
{
    public double Precision => Told == 0 ? 0 : (double)Right / Told;

    public double Recall => There == 0 ? 0 : (double)Right / There;

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Told + There == 0 ? 0 : 2.0 * Right / (Told + There);

    public Counts Plus(Counts other) => new(Right + other.Right, Told + other.Told, There + other.There);

    public static Counts Of(IEnumerable<(bool IsTold, bool IsThere)> answers) => answers.Aggregate(
        default(Counts),
        (counts, answer) => new(
            counts.Right + (answer is (true, true) ? 1 : 0),
            counts.Told + (answer.IsTold ? 1 : 0),
            counts.There + (answer.IsThere ? 1 : 0)));
}
