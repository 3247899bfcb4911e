using System.Text;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

/// <summary>Whatever the bytes are, the parser answers with a tree or with a <see cref="SyntaxException"/>.</summary>
public sealed class ParserFuzzTests
{
    private static readonly string[] _pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "..", ".", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D",
        "#", "\n", "\r\n", ",", "\uFEFF", "\0", "é", "\U0001F600", "'", "0", "-", "1.", "1e", "on", "fragment", "query", "type", "extend",
        "schema", "input", "enum", "union", "directive", "implements", "a", "\"s\"", "\"\"\"b\"\"\"", "null",
    ];

    [Fact]
    public void Random_bytes_end_in_a_syntax_error()
    {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            AssertAnswers(bytes);
        }
    }

    [Fact]
    public void Random_pieces_of_the_grammar_end_in_a_tree_or_a_syntax_error()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var pieces = Enumerable.Range(0, random.Next(15)).Select(_ => _pieces[random.Next(_pieces.Length)]);
            AssertAnswers(Encoding.UTF8.GetBytes(string.Join(random.Next(2) == 0 ? "" : " ", pieces)));
        }
    }

    [Fact]
    public void Damaged_documents_end_in_a_tree_or_a_syntax_error_within_the_document()
    {
        var random = new Random(3);
        for (var seed = 0; seed < 3_000; seed++)
        {
            var bytes = Encoding.UTF8.GetBytes(SyntaxPrinter.Print(new DocumentGenerator(seed).Document())).ToList();
            for (var damage = random.Next(1, 4); damage > 0 && bytes.Count > 0; damage--) Damage(bytes, random);
            AssertAnswers([.. bytes]);
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0: bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at)); break;
            case 1: bytes.InsertRange(at, Encoding.UTF8.GetBytes(_pieces[random.Next(_pieces.Length)])); break;
            case 2: bytes[at] = (byte)random.Next(256); break;
            default: bytes.RemoveRange(at, bytes.Count - at); break;
        }
    }

    private static void AssertAnswers(byte[] bytes)
    {
        try
        {
            var document = Parser.Parse(new Source(bytes));
            Assert.Equal(SyntaxPrinter.Print(document), SyntaxPrinter.Print(Parser.Parse(SyntaxPrinter.Print(document))));
        }
        catch (SyntaxException exception)
        {
            var location = Assert.Single(exception.Error.Locations);
            Assert.InRange(location.Line, 1, Encoding.UTF8.GetString(bytes).Count(character => character is '\r' or '\n') + 1);
            Assert.InRange(location.Column, 1, bytes.Length + 1);
        }
    }
}
