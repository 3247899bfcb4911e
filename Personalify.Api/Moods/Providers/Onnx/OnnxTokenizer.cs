using Microsoft.ML.Tokenizers;

namespace Personalify.Api.Moods.Providers.Onnx;

/// <summary>Titles as the numbers that a model was taught, with its marks of beginning and end.</summary>
internal sealed class OnnxTokenizer
{
    /// <summary>Longer than a title; every model reads as much.</summary>
    public const int MaxTokens = 128;

    private readonly Func<string, IReadOnlyList<int>> _encode;

    private OnnxTokenizer(Func<string, IReadOnlyList<int>> encode, int padding) => (_encode, Padding) = (encode, padding);

    /// <summary>Fills shorter titles of a batch; the model is told to leave it aside.</summary>
    public int Padding { get; }

    public static OnnxTokenizer Load(OnnxFolder folder) => folder.HasWordPieces ? Bert(folder) : Roberta(folder);

    public IReadOnlyList<int> Encode(string name)
    {
        var ids = _encode(name);
        return ids.Count <= MaxTokens ? ids : [.. ids.Take(MaxTokens - 1), ids[^1]];
    }

    private static OnnxTokenizer Bert(OnnxFolder folder)
    {
        // Lines may end as on Windows, which the package takes for a part of the word.
        using var vocabulary = new MemoryStream();
        using (var writer = new StreamWriter(vocabulary, leaveOpen: true) { NewLine = "\n" })
        {
            foreach (var line in File.ReadLines(folder.WordPieces)) writer.WriteLine(line);
        }

        vocabulary.Position = 0;
        var tokenizer = BertTokenizer.Create(vocabulary);
        return new OnnxTokenizer(text => tokenizer.EncodeToIds(text), tokenizer.PaddingTokenId);
    }

    private static OnnxTokenizer Roberta(OnnxFolder folder)
    {
        var tokenizer = BpeTokenizer.Create(new BpeOptions(folder.Pairs, folder.Merges)
        {
            ByteLevel = true,
            PreTokenizer = RobertaPreTokenizer.Instance,
            UnknownToken = "<unk>",
            BeginningOfSentenceToken = "<s>",
            EndOfSentenceToken = "</s>",
        });
        return new OnnxTokenizer(text =>
            tokenizer.EncodeToIds(text), tokenizer.Vocabulary.TryGetValue("<pad>", out var padding) ? padding : 1);
    }
}
