using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// The label of <c>@defer</c> and <c>@stream</c> is a literal, and no other of the document is the same: by it the client knows the part again.
/// Specification, working draft (incremental delivery): 5.7.6 Defer And Stream Directive Labels Are Unique.
/// </summary>
public sealed class DeferStreamDirectiveLabelRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var known = new Dictionary<string, DirectiveNode>();
        on.Enter<DirectiveNode>(directive =>
        {
            if (!IncrementalDirectives.Is(directive) || IncrementalDirectives.Argument(directive, "label") is not { } label || label is NullValueNode) return;
            if (label is not StringValueNode { Value: var text }) context.Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
            else if (!known.TryAdd(text, directive))
                context.Report("Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.", known[text], directive);
        });
    }
}
