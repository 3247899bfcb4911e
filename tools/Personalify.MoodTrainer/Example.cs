using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>A comment as the parts see it: buckets of the linear part, pieces of the networks.</summary>
internal sealed record Example(Comment Comment, int[] Buckets, int[] Pieces)
{
    public static Example Of(Comment comment, int bits, WordPieces vocabulary)
    {
        var title = Read(comment);
        var buckets = new int[TitleFeatures.MaxCount(title)];
        var pieces = new int[WordPieces.MaxCount];
        return new Example(comment, buckets[..TitleFeatures.Fill(title, bits, buckets)], pieces[..vocabulary.Split(title, pieces)]);
    }

    public static ReadTitle Read(Comment comment) => ReadTitle.Read(
        comment.Text, new char[WordReader.LettersOf(comment.Text)], new WordPlace[WordReader.WordsOf(comment.Text)]);
}
