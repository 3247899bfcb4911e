using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class WordPiecesTests
{
    private static readonly string[] Vocabulary = ["un", "##afford", "##able", "!", "'", "don", "t", "afford", "[name]"];
    private static readonly WordPieces Pieces = new([.. Vocabulary.Select(piece => WordPieces.HashOf(piece))]);

    [Theory]
    [InlineData("unaffordable", "un ##afford ##able")]
    [InlineData("afford!", "afford !")]
    [InlineData("don't", "don ' t")]
    [InlineData("[NAME] afford", "[name] afford")]
    [InlineData("unknown afford", "afford")]
    [InlineData("able", "")]
    public void A_word_is_split_into_the_longest_pieces_from_the_left_and_one_that_cannot_be_is_left_out(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', Split(text).Select(id => Vocabulary[id])));

    [Fact]
    public void No_more_pieces_are_written_than_there_is_room_for() =>
        Assert.Equal(WordPieces.MaxCount, Split(string.Concat(Enumerable.Repeat("! t ", 300))).Length);

    private static int[] Split(string text)
    {
        var title = ReadTitle.Read(text, new char[WordReader.LettersOf(text)], new WordPlace[WordReader.WordsOf(text)]);
        var pieces = new int[WordPieces.MaxCount];
        return pieces[..Pieces.Split(title, pieces)];
    }
}
