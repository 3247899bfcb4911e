using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Intermediate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Languages;

/// <summary>A sentence that a source looks up, and the folder whose resource file has to know it.</summary>
public sealed record UsedText(string Folder, string Key, string File);

/// <summary>The sources of the Web as their languages' own parsers read them.</summary>
public static partial class WebSources
{
    private static readonly string Root = RepositoryFiles.Path("Personalify.Web");
    private static readonly RazorProjectEngine Razor = RazorProjectEngine.Create(RazorConfiguration.Default, RazorProjectFileSystem.Create(Root));

    // The product's name, and what a style sheet reads.
    private static readonly string[] NoSentences = ["Personal", "ify", "· Personalify", "light dark"];

    public static IReadOnlyList<string> Views { get; } = Find("*.cshtml");

    public static IReadOnlyList<string> Code { get; } = Find("*.cs");

    /// <summary>Every sentence that is looked up, by the English of it.</summary>
    public static IEnumerable<UsedText> Used() =>
        Code.SelectMany(file => UsedIn(file, CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()))
            .Concat(Views.SelectMany(file => Trees(file).SelectMany(tree => UsedIn(file, tree))))
            .Concat(Views.SelectMany(CountedByTag));

    /// <summary>What a view says without looking it up: between tags, in attributes that are read out, in the models of its parts.</summary>
    public static IEnumerable<string> Standing(string view)
    {
        var html = string.Concat(Descendants(Process(view).GetDocumentIntermediateNode()).Select(Html));
        var text = Tag().Replace(Comment().Replace(html, ""), "\n").Split('\n').Select(line => line.Trim()).Where(line => Word().IsMatch(line));
        var read = SpokenAttribute().Matches(File.ReadAllText(view)).Select(match => match.Groups[2].Value).Where(value => Word().IsMatch(value));
        var models = Trees(view).SelectMany(Strings).Where(text => text is { IsSaid: true, IsLookedUp: false }).Select(text => text.Text);
        return text.Concat(read).Concat(models).Except(NoSentences);
    }

    /// <summary>The same of a class: words in a row that are neither looked up nor for who runs the server.</summary>
    public static IEnumerable<string> StandingInCode(string file)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        var literals = Strings(root).Where(text => Words().IsMatch(text.Text) && !text.IsLookedUp).Select(text => text.Text);
        var parts = root.DescendantNodes().OfType<InterpolatedStringTextSyntax>().Select(part => part.TextToken.ValueText).Where(text => Words().IsMatch(text));
        var forOperators = root.DescendantNodes().Where(IsForOperators).SelectMany(node => node.DescendantTokens().Select(token => token.ValueText));
        return literals.Concat(parts).Except(forOperators);
    }

    // A fault of the program or of its configuration, what the log says, and an answer of the Api, which is translated where it is shown.
    private static bool IsForOperators(SyntaxNode node) => node is AttributeSyntax
        or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "ArgumentOutOfRangeException" or "InvalidOperationException" or "ApiException" } };

    private static IEnumerable<UsedText> UsedIn(string file, SyntaxNode root)
    {
        foreach (var text in Strings(root).Where(text => text.IsLookedUp)) yield return new(FolderOf(file), text.Text, file);
        foreach (var text in Strings(root).Where(text => text.IsCounted)) yield return new("Formatting", text.Text, file);
    }

    private static IEnumerable<UsedText> CountedByTag(string view) => NumberTag().Matches(File.ReadAllText(view))
        .SelectMany(match => (UsedText[])[new("Formatting", match.Groups[1].Value, view), new("Formatting", match.Groups[2].Value, view)]);

    private static IEnumerable<(string Text, bool IsLookedUp, bool IsCounted, bool IsSaid)> Strings(SyntaxNode root) =>
        from literal in root.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression)
        let call = Call(literal)
        select (literal.Token.ValueText, IsLookUp(call, literal), IsCount(call), IsSaid(call, literal));

    // Words in a row are said, and so is a word with a capital that a model shows; what Razor writes is looked at as markup.
    private static bool IsSaid(ExpressionSyntax? call, LiteralExpressionSyntax literal) => call switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax } or ElementAccessExpressionSyntax => false,
        ObjectCreationExpressionSyntax { Type: var type, ArgumentList: { } arguments } when Capital().IsMatch(literal.Token.ValueText) =>
            type.ToString() is not "FieldModel" || Position(arguments, literal) > 0,
        _ => Words().IsMatch(literal.Token.ValueText) && !literal.Token.ValueText.Contains('<', StringComparison.Ordinal),
    };

    // The innermost call or look-up in whose arguments the literal stands, through a choice between two literals.
    private static ExpressionSyntax? Call(LiteralExpressionSyntax literal)
    {
        SyntaxNode? node = literal.Parent;
        while (node is ConditionalExpressionSyntax or ParenthesizedExpressionSyntax) node = node.Parent;
        return (node as ArgumentSyntax)?.Parent?.Parent as ExpressionSyntax;
    }

    private static bool IsLookUp(ExpressionSyntax? call, LiteralExpressionSyntax literal) => call switch
    {
        ElementAccessExpressionSyntax { Expression: var texts } access => IsTexts(texts) && Position(access.ArgumentList, literal) == 0,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var texts, Name.Identifier.Text: "Plural" } } invoked =>
            IsTexts(texts) && Position(invoked.ArgumentList, literal) > 0,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var texts, Name.Identifier.Text: "Markup" } } invoked =>
            IsTexts(texts) && Position(invoked.ArgumentList, literal) == 0,
        _ => false,
    };

    private static bool IsCount(ExpressionSyntax? call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Count" or "All", Expression: var on } }
        && on.ToString() is "Format" or "RankedLists" or "Formatting.Format";

    private static bool IsTexts(ExpressionSyntax expression) =>
        expression.ToString() is "Text" or "Words" || expression.ToString().StartsWith("Texts.Of(", StringComparison.Ordinal);

    private static int Position(BaseArgumentListSyntax arguments, SyntaxNode inside) =>
        arguments.Arguments.ToList().FindIndex(argument => argument.Span.Contains(inside.Span));

    private static string FolderOf(string file) => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/');

    /// <summary>The code of a view: its own, and that of the models which it hands to its parts.</summary>
    private static IEnumerable<SyntaxNode> Trees(string view) =>
        ModelAttribute().Matches(File.ReadAllText(view)).Select(match => match.Groups[1].Value + match.Groups[2].Value)
            .Select(model => SyntaxFactory.ParseExpression(model) as SyntaxNode)
            .Prepend(CSharpSyntaxTree.ParseText(Process(view).GetCSharpDocument().GeneratedCode).GetRoot());

    // The directives of pages are the framework's; what stands behind them is no text.
    private static RazorCodeDocument Process(string view)
    {
        var markup = ModelAttribute().Replace(Directive().Replace(File.ReadAllText(view), ""), "");
        return Razor.Process(RazorSourceDocument.Create(markup, view), FileKinds.Legacy, [], []);
    }

    private static IEnumerable<IntermediateNode> Descendants(IntermediateNode node) => node.Children.SelectMany(child => Descendants(child).Prepend(child));

    // Code in the middle of markup ends the text before it.
    private static string Html(IntermediateNode node) => node switch
    {
        HtmlContentIntermediateNode html => string.Concat(html.Children.OfType<IntermediateToken>().Select(token => token.Content)),
        CSharpCodeIntermediateNode or CSharpExpressionIntermediateNode => "\n",
        _ => "",
    };

    private static IReadOnlyList<string> Find(string pattern) => [.. Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Pages/Components/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^@(page|model|inject|namespace|using|addTagHelper|section).*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("""\bmodel=(?:'([^']*)'|"([^"]*)")""")]
    private static partial Regex ModelAttribute();

    [GeneratedRegex("<number [^>]*one=\"(\\w+)\" many=\"(\\w+)\"")]
    private static partial Regex NumberTag();

    [GeneratedRegex("(aria-label|placeholder|title|alt|data-label|data-none|data-some|name=\"description\" content)=\"([^\"@]*)\"")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+[.…]?$")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\p{L}{2,} \p{L}{2,}")]
    private static partial Regex Words();
}
