using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation;

/// <summary>
/// One rule of validation. An instance keeps no state and serves all documents; what a rule has to remember during one
/// validation lives in the variables of <see cref="Register"/>.
/// </summary>
public abstract class ValidationRule
{
    /// <summary>Called once for each validation; the rule says which nodes it wants to see.</summary>
    /// <param name="context">The document, the schema, and where to report errors.</param>
    /// <param name="on">Takes the rule's handlers, which run in the order of the document.</param>
    public abstract void Register(ValidationContext context, SyntaxListener on);
}
