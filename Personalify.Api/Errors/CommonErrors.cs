using Personalify.Api.Access;

namespace Personalify.Api.Errors;

/// <summary>The input was understood, and a value of it cannot be.</summary>
[GraphQLDescription("The input was understood, and a value of it cannot be.")]
public sealed record InvalidInputError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("The field of the input that is wrong.")] string Field);

/// <summary>Who is signed in may not do this, or not now.</summary>
[GraphQLDescription("Who is signed in may not do this, or not now.")]
public sealed record NotAllowedError([property: GraphQLDescription(ErrorTexts.Message)] string Message)
{
    /// <summary>A refusal by a policy, before the mutation runs, becomes the same error as one by the mutation itself.</summary>
    public static NotAllowedError CreateErrorFrom(DemoIsReadOnlyException refusal) => new(refusal.Message);
}

internal static class ErrorTexts
{
    public const string Message = "A sentence for a person: what was tried, what is wrong, and the way out.";
}
