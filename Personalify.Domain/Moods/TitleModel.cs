namespace Personalify.Domain.Moods;

/// <summary>
/// Says what mood the words of a title have, from a file that <c>tools/Personalify.MoodTrainer</c> made. Needs no network and no native
/// library, gives the same numbers on every machine, may be used by several threads at once, and allocates nothing for a title.
/// </summary>
public sealed class TitleModel
{
    private readonly KnownWords _known;
    private readonly WordPieces _vocabulary;
    private readonly LinearTable _linear;
    private readonly SumNetwork _sum;
    private readonly ConvolutionNetwork _convolution;
    private readonly MoodStack _stack;

    internal TitleModel(TitleModelFile file)
    {
        (_known, _vocabulary) = (new KnownWords(file.KnownWords), new WordPieces(file.Pieces));
        (_linear, _sum, _convolution, _stack) = (file.Linear, file.Sum, file.Convolution, file.Stack);
        Version = file.Version;
    }

    /// <summary>Tells this file from every other one: the first digits of its SHA-256.</summary>
    public string Version { get; }

    /// <summary>
    /// For each mood, in their order, the probability from which a comment counts as having it where the card states F1. They make F1
    /// largest and are lower than what a listener should be told: that is <see cref="MoodThreshold"/>.
    /// </summary>
    public ReadOnlySpan<float> Thresholds => _stack.Thresholds;

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model, or one of another form.</exception>
    public static TitleModel Load(Stream stream) => new(TitleModelFile.Read(stream));

    /// <summary>Scores the name in a title (<see cref="TitleCleaning"/>).</summary>
    /// <param name="title">The title as it is.</param>
    /// <param name="probabilities">How probable each mood is.</param>
    /// <returns>
    /// <c>false</c> is "cannot tell": the title has no name, or less than half of its letters belong to words that the model knows, as in
    /// another language, another script, or the name of a person.
    /// </returns>
    public bool TryScore(ReadOnlySpan<char> title, out MoodProbabilities probabilities)
    {
        Span<char> name = stackalloc char[Math.Min(title.Length, TitleCleaning.MaxLength)];
        return TryScoreName(name[..TitleCleaning.Clean(title, name)], out probabilities);
    }

    /// <summary>Scores a text as it is, whatever its words: for measurements on comments.</summary>
    public MoodProbabilities ScoreText(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[WordReader.LettersOf(text)];
        Span<WordPlace> words = stackalloc WordPlace[WordReader.WordsOf(text)];
        return Score(ReadTitle.Read(text, letters, words));
    }

    /// <summary>
    /// The words of a title that speak for a mood, those that weigh most first: by how much less the model would be sure without the word.
    /// Empty where the model cannot tell, or where no word speaks for the mood.
    /// </summary>
    public IReadOnlyList<WeighedWord> Weigh(string title, Mood mood)
    {
        var name = TitleCleaning.Clean(title);
        return TryScoreName(name, out var whole) ? new WordWeights(this, name, mood, whole[mood]).Weigh() : [];
    }

    private bool TryScoreName(ReadOnlySpan<char> name, out MoodProbabilities probabilities)
    {
        Span<char> letters = stackalloc char[WordReader.LettersOf(name)];
        Span<WordPlace> words = stackalloc WordPlace[WordReader.WordsOf(name)];
        var read = ReadTitle.Read(name, letters, words);
        var isKnown = _known.Suffice(read);
        probabilities = isKnown ? Score(read) : default;
        return isKnown;
    }

    private MoodProbabilities Score(ReadTitle title)
    {
        Span<float> inputs = stackalloc float[MoodStack.Inputs];
        Span<int> buckets = stackalloc int[TitleFeatures.MaxCount(title)];
        Span<int> pieces = stackalloc int[WordPieces.MaxCount];
        pieces = pieces[.._vocabulary.Split(title, pieces)];
        var linear = _linear.Logits(buckets[..TitleFeatures.Fill(title, _linear.Bits, buckets)]);
        for (var mood = 0; mood < MoodProbabilities.Count; mood++) inputs[mood] = linear[mood];
        _sum.Write(pieces, inputs.Slice(MoodProbabilities.Count, MoodProbabilities.Count));
        _convolution.Write(pieces, inputs[(2 * MoodProbabilities.Count)..]);
        return _stack.Probabilities(inputs);
    }
}
