using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How a model is trained, all of it.</summary>
internal sealed record TrainingOptions(LinearOptions Linear, SumOptions Sum, ConvolutionOptions Convolution)
{
    /// <summary>What the file in the repository was trained with.</summary>
    public static TrainingOptions Default { get; } = new(new(), new(), new());

    /// <summary>How often the parts are trained without some comments, to see what they say of comments that they have not seen.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>In how many comments a word must occur to count as known.</summary>
    public int KnownFrom { get; init; } = 3;
}

/// <summary>
/// Trains the parts on four fifths of the comments at a time, fits stack, calibration and thresholds on what they say of the fifth that
/// they have not seen, and trains the parts again on all. Which fifth a comment belongs to follows from its id. One thread, fixed seeds and
/// order: the same comments and vectors give the same file, byte for byte.
/// </summary>
internal sealed class Training(IReadOnlyList<Comment> comments, PieceVectors vectors, TrainingOptions options, TextWriter progress)
{
    private readonly PieceVectors _vectors = LatinPieces.Of(vectors);

    public TitleModelFile Run()
    {
        var hashes = _vectors.Pieces.Select(piece => WordPieces.HashOf(piece)).ToArray();
        var vocabulary = new WordPieces(hashes);
        List<Example> examples = [.. comments.Select(comment => Example.Of(comment, options.Linear.Bits, vocabulary))];
        progress.WriteLine($"{examples.Count} comments, {hashes.Length} word pieces");
        var seen = new StackInputs([.. comments.Select(comment => comment.Moods)], UnseenLogits(examples));
        var stack = StackFit.Fit(seen);
        progress.WriteLine("the parts on all comments");
        var (linear, sum, convolution) = Parts(examples);
        return new(KnownHashes(), hashes, linear.Fold(), sum.Fold(), convolution.Fold(), stack);
    }

    private float[][] UnseenLogits(List<Example> examples)
    {
        var logits = new float[examples.Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            progress.WriteLine($"the parts without fold {fold + 1} of {options.Folds}");
            var (linear, sum, convolution) = Parts([.. examples.Where(example => FoldOf(example) != fold)]);
            for (var i = 0; i < examples.Count; i++)
            {
                if (FoldOf(examples[i]) == fold) logits[i] = Logits(examples[i], linear, sum, convolution);
            }
        }
        return logits;
    }

    private (LinearPart, SumPart, ConvolutionPart) Parts(IReadOnlyList<Example> examples) => (
        PartTraining.Train(new LinearPart(options.Linear), examples),
        PartTraining.Train(new SumPart(_vectors, options.Sum), examples),
        PartTraining.Train(new ConvolutionPart(_vectors, options.Convolution), examples));

    private static float[] Logits(Example example, params IPart[] parts)
    {
        var logits = new float[MoodStack.Inputs];
        for (var i = 0; i < parts.Length; i++) parts[i].Infer(example, logits.AsSpan(i * MoodProbabilities.Count, MoodProbabilities.Count));
        return logits;
    }

    private int FoldOf(Example example) => (int)(Hashing.Mix(Hashing.Of(example.Comment.Id)) % (ulong)options.Folds);

    private ulong[] KnownHashes()
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var comment in comments)
        {
            foreach (var hash in HashesOf(comment)) counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }
        return [.. counts.Where(word => word.Value >= options.KnownFrom).Select(word => word.Key).Order()];
    }

    private static HashSet<ulong> HashesOf(Comment comment)
    {
        var text = Example.Read(comment);
        HashSet<ulong> hashes = [];
        foreach (var word in text.Words) hashes.Add(Hashing.Of(text.Of(word)));
        return hashes;
    }
}
