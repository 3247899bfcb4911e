using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Random numbers that are the same on every machine and in every version of .NET: SplitMix64.</summary>
internal sealed class RandomNumbers(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state = seed * Step;

    public ulong Next() => Hashing.Mix(_state += Step);

    /// <summary>Evenly from 0 to 1, without 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Evenly from -1 to 1.</summary>
    public float NextSigned() => 2 * NextSingle() - 1;

    public void Shuffle(Span<int> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() % (ulong)(i + 1));
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Copies the values, each left out with the given probability.</summary>
    /// <returns>How many are left.</returns>
    public int Drop(ReadOnlySpan<int> values, float probability, Span<int> kept)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (NextSingle() >= probability) kept[count++] = value;
        }
        return count;
    }
}
