namespace Personalify.Domain.Moods;

/// <summary>Weighs the words of a name by leaving out one at a time.</summary>
internal sealed class WordWeights(TitleModel model, string name, Mood mood, float probability)
{
    /// <summary>The most words that are tried; longer titles are rare, and each word costs a scoring of the whole.</summary>
    private const int MaxWords = 32;

    private const float Least = 1e-6f;

    public IReadOnlyList<WeighedWord> Weigh()
    {
        var whole = Logit(probability);
        var weights = Words().Select(word => (Text: name[word.From..word.To], Weight: whole - LogitWithout(word)))
            .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).ToList();
        var sum = weights.Sum(word => word.Weight);
        return [.. weights.Select(word => new WeighedWord(word.Text, word.Weight / sum))];
    }

    /// <summary>Words and emoji; punctuation is never called a word.</summary>
    private List<WordPlace> Words()
    {
        var places = new WordPlace[WordReader.WordsOf(name)];
        var read = ReadTitle.Read(name, new char[WordReader.LettersOf(name)], places);
        List<WordPlace> words = [];
        foreach (var word in read.Words)
        {
            if (word.Kind == WordKind.Latin || (word.Kind == WordKind.Sign && read.Of(word)[0] > '\u203F')) words.Add(word);
            if (words.Count == MaxWords) break;
        }
        return words;
    }

    private float LogitWithout(WordPlace word) => Logit(model.ScoreText($"{name[..word.From]} {name[word.To..]}")[mood]);

    private static float Logit(float probability)
    {
        var bounded = Math.Clamp(probability, Least, 1 - Least);
        return MathF.Log(bounded / (1 - bounded));
    }
}
