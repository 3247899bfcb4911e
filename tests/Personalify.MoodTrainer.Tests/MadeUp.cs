using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

/// <summary>Comments and vectors that no one wrote: sentences put together from word lists, with the mood of the list.</summary>
internal static class MadeUp
{
    public const int Columns = 32;

    private static readonly string[][] Words =
    [
        ["furious", "annoyed", "rage"], ["gross", "nasty", "rotten"], ["afraid", "scared", "terror"], ["happy", "love", "glad"],
        ["table", "window", "tuesday"], ["sad", "crying", "lonely"], ["wow", "really", "unexpected"],
    ];

    private static readonly string[] Others = ["the", "a", "very", "is", "so", "today", "it", "we", "not", "!", "?"];

    public static TrainingOptions Options { get; } = new(new(Bits: 10), new(Hidden: 16), new(Filters: 16)) { Folds = 3, KnownFrom = 2 };

    public static PieceVectors Vectors
    {
        get
        {
            string[] pieces = ["[MASK]", .. Words.SelectMany(words => words), .. Others, "##s"];
            var random = new RandomNumbers(99);
            var values = Enumerable.Range(0, pieces.Length * Columns).Select(_ => random.NextSigned() * 0.2f);
            return new PieceVectors(pieces, [.. values], Columns);
        }
    }

    public static IReadOnlyList<Comment> Comments(int count = 600)
    {
        var random = new RandomNumbers(5);
        return [.. Enumerable.Range(0, count).Select(i => Make(random, i))];
    }

    private static Comment Make(RandomNumbers random, int number)
    {
        var mood = (int)(random.Next() % MoodProbabilities.Count);
        List<string> words = [.. Enumerable.Range(0, 4).Select(_ => Pick(random, Others))];
        words.Insert(number % 4, Pick(random, Words[mood]));
        return new Comment(string.Join(' ', words), 1 << mood, $"c{number}");
    }

    private static string Pick(RandomNumbers random, string[] words) => words[random.Next() % (ulong)words.Length];
}
