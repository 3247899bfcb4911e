using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>
/// The upper half of a network: hidden units, of which a share is left out at random while it learns, and a logit for each mood.
/// </summary>
internal sealed class HiddenLayer(int units, float dropout, RandomNumbers random)
{
    /// <summary>Seven moods and a spare row, because tables are as long as a multiple of eight.</summary>
    private const int Rows = 8;

    private readonly DenseTable _output = new(Rows, units, random);
    private readonly float[] _mask = new float[units];

    /// <summary>What comes from below, and after <see cref="Learn"/> and <see cref="Infer"/> what goes up.</summary>
    public float[] Units { get; } = new float[units];

    /// <summary>After <see cref="Learn"/>: what the units should have less of.</summary>
    public float[] Gradient { get; } = new float[units];

    public void Infer(Span<float> logits)
    {
        for (var i = 0; i < Units.Length; i++) Units[i] = MathF.Max(0, Units[i]);
        for (var mood = 0; mood < logits.Length; mood++) logits[mood] = Logit(mood);
    }

    public void Learn(Comment comment)
    {
        DropOut();
        Array.Clear(Gradient);
        for (var mood = 0; mood < MoodProbabilities.Count; mood++)
        {
            var gradient = Arithmetic.Sigmoid(Logit(mood)) - comment.Has(mood);
            Arithmetic.AddScaled(Gradient, _output.Row(mood), gradient);
            Arithmetic.AddScaled(_output.Gradient(mood), Units, gradient);
            _output.BiasGradient[mood] += gradient;
        }
        for (var i = 0; i < Units.Length; i++) Gradient[i] *= _mask[i];
    }

    public void Update(float rate) => _output.Update(rate);

    /// <summary>As the model keeps it.</summary>
    public OutputLayer Fold(float[] bias) =>
        new([.. bias], _output.Values[..(MoodProbabilities.Count * Units.Length)], _output.Bias[..MoodProbabilities.Count]);

    private float Logit(int mood) => Arithmetic.Dot(_output.Row(mood), Units) + _output.Bias[mood];

    private void DropOut()
    {
        for (var i = 0; i < Units.Length; i++)
        {
            _mask[i] = Units[i] > 0 && random.NextSingle() >= dropout ? 1 / (1 - dropout) : 0;
            Units[i] *= _mask[i];
        }
    }
}
