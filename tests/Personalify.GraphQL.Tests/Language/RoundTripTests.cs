using System.Collections;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class RoundTripTests
{
    [Fact]
    public void Parsing_what_was_printed_gives_the_same_tree()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var document = new DocumentGenerator(seed).Document();
            var printed = SyntaxPrinter.Print(document);
            var parsed = Parser.Parse(printed, ParserOptions.Trusted);
            Assert.True(Describe(document) == Describe(parsed), $"seed {seed}:\n{printed}");
            Assert.Equal(printed, SyntaxPrinter.Print(parsed));
        }
    }

    /// <summary>A tree with all that it holds, except where it stood.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        SyntaxNode node => $"{node.GetType().Name}({string.Join(", ", Members(node).Select(Describe))})",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Describe))}]",
        _ => value.ToString()!,
    };

    private static IEnumerable<object?> Members(SyntaxNode node) => node.GetType().GetProperties()
        .Where(property => property.Name is not (nameof(SyntaxNode.Span) or nameof(DocumentNode.Source) or nameof(FieldNode.ResponseName)))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => property.GetValue(node));
}
