using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A document defines one schema at most.
/// Specification: 3.3 Schema, https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
public sealed class LoneSchemaDefinitionRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        var isDefined = false;
        on.Enter<SchemaDefinitionNode>(schema =>
        {
            if (schema.IsExtension) return;
            if (isDefined) context.Report("Must provide only one schema definition.", schema);
            isDefined = true;
        });
    }
}
