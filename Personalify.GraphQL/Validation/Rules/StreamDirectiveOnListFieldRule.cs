using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// <c>@stream</c> stands on a field that is a list.
/// Specification, working draft (incremental delivery): 5.7.7 Stream Directives Are Used On List Fields.
/// </summary>
public sealed class StreamDirectiveOnListFieldRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<DirectiveNode>(directive =>
    {
        if (directive.Name.Value != IncrementalDirectives.Stream.Name) return;
        if (context.Types is not { Field: { } field, ParentType: { } parent } || field.Type.Nullable is ListType) return;
        context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parent.Name}.{field.Name}\".", directive);
    });
}
