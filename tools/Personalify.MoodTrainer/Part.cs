namespace Personalify.MoodTrainer;

/// <summary>One of the three models whose logits are stacked. It learns from one comment after the other.</summary>
internal interface IPart
{
    int Epochs { get; }

    RandomNumbers Random { get; }

    void Learn(Example example, float rest);

    /// <summary>Takes over what was learned from a batch; called after each batch.</summary>
    void Update(float rest);

    void Infer(Example example, Span<float> logits);
}

/// <summary>Shows a part all examples, in another order each epoch; steps become smaller evenly, down to none.</summary>
internal static class PartTraining
{
    public const int BatchSize = 16;

    public static T Train<T>(T part, IReadOnlyList<Example> examples) where T : IPart
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (var epoch = 0; epoch < part.Epochs; epoch++)
        {
            part.Random.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
            {
                var rest = 1 - (epoch + (float)i / order.Length) / part.Epochs;
                part.Learn(examples[order[i]], rest);
                if (i % BatchSize == BatchSize - 1) part.Update(rest);
            }
        }
        return part;
    }
}
