using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

/// <summary>What is kept in the file says what was trained, but for the rounding to bytes.</summary>
public sealed class PartTests
{
    private const float Rounding = 0.15f;
    private static readonly PieceVectors Vectors = LatinPieces.Of(MadeUp.Vectors);
    private static readonly WordPieces Vocabulary = new([.. Vectors.Pieces.Select(piece => WordPieces.HashOf(piece))]);
    private static readonly List<Example> Examples = [.. MadeUp.Comments(200).Select(comment => Example.Of(comment, 10, Vocabulary))];

    [Fact]
    public void The_network_over_sums_is_kept_as_it_was_trained()
    {
        var part = PartTraining.Train(new SumPart(Vectors, MadeUp.Options.Sum), Examples);
        var network = part.Fold();
        Assert.All(Examples, example => AssertSame(part, example, logits => network.Write(example.Pieces, logits)));
    }

    [Fact]
    public void The_network_over_windows_is_kept_as_it_was_trained()
    {
        var part = PartTraining.Train(new ConvolutionPart(Vectors, MadeUp.Options.Convolution), Examples);
        var network = part.Fold();
        Assert.All(Examples, example => AssertSame(part, example, logits => network.Write(example.Pieces, logits)));
    }

    [Fact]
    public void A_window_knows_the_order_of_its_pieces_and_a_sum_does_not()
    {
        var (there, back) = (Example.Of(new("not happy", 0, "a"), 10, Vocabulary), Example.Of(new("happy not", 0, "b"), 10, Vocabulary));
        var convolution = PartTraining.Train(new ConvolutionPart(Vectors, MadeUp.Options.Convolution), Examples);
        var sum = PartTraining.Train(new SumPart(Vectors, MadeUp.Options.Sum), Examples);
        Assert.NotEqual(Logits(convolution, there), Logits(convolution, back));
        Assert.All(Logits(sum, there).Zip(Logits(sum, back)), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    private static void AssertSame(IPart part, Example example, Action<float[]> write)
    {
        var logits = new float[MoodProbabilities.Count];
        write(logits);
        Assert.All(Logits(part, example).Zip(logits), pair => Assert.Equal(pair.First, pair.Second, Rounding));
    }

    private static float[] Logits(IPart part, Example example)
    {
        var logits = new float[MoodProbabilities.Count];
        part.Infer(example, logits);
        return logits;
    }
}
