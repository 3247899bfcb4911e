using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    [InlineData("query ($a:Int=1@d){a}", "query ($a: Int = 1 @d) {\n  a\n}")]
    [InlineData("query Q @d{a,b:c(d:1)@e{...F ...on T@g{h} ...{i}}}", "query Q @d {\n  a\n  b: c(d: 1) @e {\n    ...F\n    ... on T @g {\n      h\n    }\n    ... {\n      i\n    }\n  }\n}")]
    [InlineData("fragment F on T@d{a}", "fragment F on T @d {\n  a\n}")]
    [InlineData("\"what\" query Q(\"which\" $a: Int) { a }", "\"what\"\nquery Q(\n\"which\"\n$a: Int\n) {\n  a\n}")]
    [InlineData("{a(b:[1,2,],c:{d:$e f:null},g:\"\"\"x\"\"\")}", "{\n  a(b: [1, 2], c: { d: $e, f: null }, g: \"\"\"x\"\"\")\n}")]
    public void Executable_documents_have_one_layout(string document, string printed) => AssertPrints(document, printed);

    [Theory]
    [InlineData("schema@a{query:Q mutation:M}", "schema @a {\n  query: Q\n  mutation: M\n}")]
    [InlineData("extend schema@a", "extend schema @a")]
    [InlineData("scalar S@a", "scalar S @a")]
    [InlineData("type T implements&A&B@c{a(b:Int=1 c:[T!]!):Int@d e:F}", "type T implements A & B @c {\n  a(b: Int = 1, c: [T!]!): Int @d\n  e: F\n}")]
    [InlineData("type T", "type T")]
    [InlineData("interface I implements J{a:Int}", "interface I implements J {\n  a: Int\n}")]
    [InlineData("union U@a=|A|B", "union U @a = A | B")]
    [InlineData("extend union U@a", "extend union U @a")]
    [InlineData("enum E@a{A@b B}", "enum E @a {\n  A @b\n  B\n}")]
    [InlineData("input I@a{b:Int=1@c}", "input I @a {\n  b: Int = 1 @c\n}")]
    [InlineData("directive@a(b:Int)repeatable on|FIELD|QUERY", "directive @a(b: Int) repeatable on FIELD | QUERY")]
    [InlineData("\"a type\" type T { \"a field\" a(\"an argument\" b: Int c: Int): Int }", "\"a type\"\ntype T {\n  \"a field\"\n  a(\n    \"an argument\"\n    b: Int\n    c: Int\n  ): Int\n}")]
    public void Type_system_documents_have_one_layout(string document, string printed) => AssertPrints(document, printed);

    [Theory]
    [InlineData("enum E query { a }", "enum E\n\nquery {\n  a\n}")]
    [InlineData("extend type T @b query { a } { b }", "extend type T @b\n\nquery {\n  a\n}\n\n{\n  b\n}")]
    [InlineData("type T { a: Int } query { a }", "type T {\n  a: Int\n}\n\n{\n  a\n}")]
    [InlineData("fragment F on T { a } query { b }", "fragment F on T {\n  a\n}\n\n{\n  b\n}")]
    public void A_query_behind_a_type_without_a_body_keeps_its_keyword_and_is_not_read_as_that_body(string document, string printed) => AssertPrints(document, printed);

    [Fact]
    public void Long_lists_of_arguments_and_long_values_take_a_line_for_each()
    {
        var items = string.Join(", ", Enumerable.Range(10_000_000, 9));
        Assert.Equal($"[\n  {items.Replace(", ", "\n  ", StringComparison.Ordinal)}\n]", Print($"[{items}]"));
        Assert.StartsWith("{\n  field: [\n    10000000\n", Print($"{{ field: [{items}] }}"), StringComparison.Ordinal);
        var document = SyntaxPrinter.Print(Parser.Parse($"{{ field(first: \"{new string('a', 40)}\", second: \"{new string('b', 40)}\") }}"));
        Assert.Equal($"{{\n  field(\n    first: \"{new string('a', 40)}\"\n    second: \"{new string('b', 40)}\"\n  )\n}}", document);
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"quoted\" \\ /", "\"\\\"quoted\\\" \\\\ /\"")]
    [InlineData("\b\f\n\r\t\0\u001F\u007F\u009F", "\"\\b\\f\\n\\r\\t\\u0000\\u001F\\u007F\\u009F\"")]
    [InlineData("é \U0001F600", "\"é \U0001F600\"")]
    public void Strings_escape_what_they_must(string value, string printed) => Assert.Equal(printed, SyntaxPrinter.Print(new StringValueNode(value)));

    [Theory]
    [InlineData("one line", "\"\"\"one line\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("two\n  lines", "\"\"\"\ntwo\n  lines\n\"\"\"")]
    [InlineData("a quote\"", "\"\"\"\na quote\"\n\"\"\"")]
    [InlineData("three quotes\"\"\"", "\"\"\"\nthree quotes\\\"\"\"\n\"\"\"")]
    [InlineData("a backslash\\", "\"\"\"\na backslash\\\n\"\"\"")]
    [InlineData(" indented", "\"\"\" indented\"\"\"")]
    [InlineData("", "\"\"\"\"\"\"")]
    public void Block_strings_keep_their_value(string value, string printed)
    {
        Assert.Equal(printed, SyntaxPrinter.Print(new StringValueNode(value, IsBlock: true)));
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(printed))).Value);
    }

    private static string Print(string value) => SyntaxPrinter.Print(Parser.ParseValue(new Source(value)));

    private static void AssertPrints(string document, string printed)
    {
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.Parse(document)));
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.Parse(printed)));
    }

    /// <summary>Printing each level twice, once to see whether it fits on a line, would take as long as the universe.</summary>
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    public void Values_that_nest_deeply_are_printed_in_one_walk(string open, string close)
    {
        var value = string.Concat(Enumerable.Repeat(open, 190)) + "1" + string.Concat(Enumerable.Repeat(close, 190));
        var printed = SyntaxPrinter.Print(Parser.ParseValue(new Source(value)));
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.ParseValue(new Source(printed))));
    }
}
