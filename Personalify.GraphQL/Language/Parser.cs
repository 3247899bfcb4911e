namespace Personalify.GraphQL.Language;

/// <summary>
/// Turns text into syntax trees: executable documents and type system documents alike.
/// Takes time and memory proportional to the text, both bounded by <see cref="ParserOptions"/>.
/// Specification: 2 Language, https://spec.graphql.org/September2025/#sec-Language
/// </summary>
public static class Parser
{
    /// <summary>Parses a whole document.</summary>
    /// <exception cref="SyntaxException">The text does not follow the grammar or exceeds a limit.</exception>
    public static DocumentNode Parse(Source source, ParserOptions? options = null) =>
        new DocumentParser(source, options ?? ParserOptions.Default).ParseDocument();

    /// <summary>Parses a whole document.</summary>
    /// <exception cref="SyntaxException">The text does not follow the grammar or exceeds a limit.</exception>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <summary>Parses one value and nothing else. It may hold variables.</summary>
    /// <exception cref="SyntaxException">The text is not exactly one value or exceeds a limit.</exception>
    public static ValueNode ParseValue(Source source, ParserOptions? options = null)
    {
        var parser = new DocumentParser(source, options ?? ParserOptions.Default);
        var value = parser.ParseValue(isConstant: false);
        parser.ExpectEnd();
        return value;
    }

    /// <summary>Parses one type reference and nothing else, such as <c>[String!]</c>.</summary>
    /// <exception cref="SyntaxException">The text is not exactly one type or exceeds a limit.</exception>
    public static TypeNode ParseType(Source source, ParserOptions? options = null)
    {
        var parser = new DocumentParser(source, options ?? ParserOptions.Default);
        var type = parser.ParseType();
        parser.ExpectEnd();
        return type;
    }
}
