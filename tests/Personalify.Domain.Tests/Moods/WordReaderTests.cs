using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Don’t Stop", "don't|stop")]
    [InlineData("BEYONCÉ Ångström Straße", "beyonce|angstrom|strase")]
    [InlineData("Beyonce\u0301", "beyonce")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ", "full|width")]
    [InlineData("sooooo good!!!!", "soo|good|!|!")]
    [InlineData("2000", "2000")]
    [InlineData("rock'n'roll 'quoted'", "rock'n'roll|'|quoted|'")]
    [InlineData("❤️ you 👨\u200d👩", "❤|you|👨|👩")]
    [InlineData("\u200eMara\u202c Quill\u200b", "mara|quill")]
    [InlineData("[NAME] is here [name]", "[name]|is|here|[|name|]")]
    [InlineData("Привет 世界", "Привет|世界")]
    [InlineData("", "")]
    public void A_text_is_split_into_folded_words(string text, string words) => Assert.Equal(words, string.Join('|', Words(text)));

    [Theory]
    [InlineData("Crème brûlée", "Crème")]
    [InlineData("  — \u200eDon’t —", "Don’t")]
    public void A_word_knows_its_place_in_the_text(string text, string first)
    {
        var places = new WordPlace[WordReader.WordsOf(text)];
        var title = ReadTitle.Read(text, new char[WordReader.LettersOf(text)], places);
        var word = title.Words.ToArray().First(place => place.Kind == WordKind.Latin);
        Assert.Equal(first, text[word.From..word.To]);
    }

    [Fact]
    public void Other_scripts_and_signs_are_told_from_Latin_words()
    {
        const string text = "love Любовь !";
        var title = ReadTitle.Read(text, new char[WordReader.LettersOf(text)], new WordPlace[WordReader.WordsOf(text)]);
        Assert.Equal([WordKind.Latin, WordKind.OtherScript, WordKind.Sign], title.Words.ToArray().Select(word => word.Kind));
    }

    [Fact]
    public void Any_text_fits_the_buffers_that_are_asked_for()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var end = round % 2 == 0 ? 0x10000 : 0x180;
            var text = new string([.. Enumerable.Range(0, random.Next(1_000)).Select(_ => (char)random.Next(end))]);
            Assert.All(Words(text), word => Assert.NotEqual("", word));
        }
    }

    private static List<string> Words(string text)
    {
        var title = ReadTitle.Read(text, new char[WordReader.LettersOf(text)], new WordPlace[WordReader.WordsOf(text)]);
        List<string> words = [];
        foreach (var word in title.Words) words.Add(title.Of(word).ToString());
        return words;
    }
}
