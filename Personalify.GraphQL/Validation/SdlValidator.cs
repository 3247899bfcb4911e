using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation;

/// <summary>
/// Checks a type system document by itself, before a schema is made of it: unique names, known types and directives.
/// What concerns the schema as a whole, such as the implementation of interfaces, is the schema validator's.
/// Specification: 3 Type System, https://spec.graphql.org/September2025/#sec-Type-System
/// </summary>
public static class SdlValidator
{
    private static readonly Schema _builtIn = new(
        [.. SpecifiedScalars.All, .. Introspection.Types],
        SpecifiedDirectives.All,
        queryType: null);

    /// <summary>Whoever writes a schema wants to hear of every mistake at once.</summary>
    private static ValidationOptions Unlimited => new() { MaxAllowedErrors = int.MaxValue, MaxLocationsPerError = 50 };

    /// <summary>The errors of the document in the order in which they were found; none when a schema can be made of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rules">The rules to check; <see cref="SpecifiedRules.Sdl"/> unless others are given.</param>
    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document, IReadOnlyList<ValidationRule>? rules = null)
    {
        var context = new ValidationContext(_builtIn, document, Unlimited);
        DocumentValidator.Run(context, rules ?? SpecifiedRules.Sdl, new ParallelVisitor());
        return context.Errors;
    }
}
