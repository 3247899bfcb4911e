using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Personalify.MoodTrainer;

/// <summary>A matrix and a bias for each row, learned by Adam from the mean gradient of a batch.</summary>
internal sealed class DenseTable
{
    private const float FirstKeep = 0.9f;
    private const float SecondKeep = 0.999f;
    private readonly int _columns;
    private readonly Moments _values;
    private readonly Moments _bias;
    private float _firstPower = 1;
    private float _secondPower = 1;

    public DenseTable(int rows, int columns, RandomNumbers random)
    {
        _columns = columns;
        (_values, _bias) = (new Moments(rows * columns), new Moments(rows));
        var range = MathF.Sqrt(6f / (rows + columns));
        for (var i = 0; i < Values.Length; i++) Values[i] = random.NextSigned() * range;
    }

    public float[] Values => _values.Values;

    public float[] Bias => _bias.Values;

    public float[] BiasGradient => _bias.Gradient;

    public Span<float> Row(int row) => Values.AsSpan(row * _columns, _columns);

    public Span<float> Gradient(int row) => _values.Gradient.AsSpan(row * _columns, _columns);

    public void Update(float rate)
    {
        _firstPower *= FirstKeep;
        _secondPower *= SecondKeep;
        Step(_values, rate);
        Step(_bias, rate);
    }

    private void Step(Moments moments, float rate)
    {
        var values = Vectors(moments.Values);
        var gradients = Vectors(moments.Gradient);
        var first = Vectors(moments.First);
        var second = Vectors(moments.Second);
        var step = Vector256.Create(rate / (1 - _firstPower));
        var correction = Vector256.Create(1 / (1 - _secondPower));
        for (var i = 0; i < values.Length; i++)
        {
            var gradient = gradients[i] * Vector256.Create(1f / PartTraining.BatchSize);
            first[i] = first[i] * Vector256.Create(FirstKeep) + gradient * Vector256.Create(1 - FirstKeep);
            second[i] = second[i] * Vector256.Create(SecondKeep) + gradient * gradient * Vector256.Create(1 - SecondKeep);
            values[i] -= first[i] * step / (Vector256.Sqrt(second[i] * correction) + Vector256.Create(1e-8f));
            gradients[i] = default;
        }
    }

    private static Span<Vector256<float>> Vectors(float[] values) => MemoryMarshal.Cast<float, Vector256<float>>(values.AsSpan());

    /// <summary>Numbers with their gradient over a batch and Adam's two running means of it.</summary>
    private sealed record Moments(float[] Values, float[] Gradient, float[] First, float[] Second)
    {
        public Moments(int count) : this(new float[count], new float[count], new float[count], new float[count])
        {
        }
    }
}
