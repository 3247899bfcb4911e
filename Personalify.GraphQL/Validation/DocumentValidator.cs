using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation;

/// <summary>
/// Checks whether a document may be executed over a schema. Made once and shared; a validation costs one walk over the
/// document for all rules together.
/// Specification: 5 Validation, https://spec.graphql.org/September2025/#sec-Validation
/// </summary>
public sealed class DocumentValidator
{
    private readonly IReadOnlyList<ValidationRule> _rules;

    /// <summary>A validator with the given rules, or with <see cref="SpecifiedRules.Executable"/>.</summary>
    public DocumentValidator(IEnumerable<ValidationRule>? rules = null) => _rules = rules is null ? SpecifiedRules.Executable : [.. rules];

    /// <summary>The errors of the document in the order in which they were found; none when it may be executed.</summary>
    public IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        Run(context, _rules, new TypedVisitor(context));
        return context.Errors;
    }

    internal static void Run(ValidationContext context, IReadOnlyList<ValidationRule> rules, ParallelVisitor visitor)
    {
        foreach (var rule in rules) rule.Register(context, visitor.AddListener());
        try
        {
            visitor.Visit(context.Document);
        }
        catch (ValidationAbortedException aborted)
        {
            context.AddFinalError(aborted.Error);
        }
        catch (InsufficientExecutionStackException)
        {
            const string Message = "The document is nested too deeply to be validated. Split it into flatter requests.";
            context.AddFinalError(new GraphQLError(Message).WithCode(ErrorCodes.TooManyNodes));
        }
    }

    /// <summary>Keeps the types of the context in step with the walk.</summary>
    private sealed class TypedVisitor(ValidationContext context) : ParallelVisitor
    {
        protected override VisitAction Enter(SyntaxNode node)
        {
            context.Types.Enter(node);
            var action = base.Enter(node);
            if (action == VisitAction.Skip) context.Types.Leave(node);
            return action;
        }

        protected override VisitAction Leave(SyntaxNode node)
        {
            var action = base.Leave(node);
            context.Types.Leave(node);
            return action;
        }
    }
}
