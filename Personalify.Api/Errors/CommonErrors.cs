using Personalify.Api.Access;

namespace Personalify.Api.Errors;

/// <summary>The input was understood, and a value of it cannot be.</summary>
public sealed record InvalidInputError(
    string Message,
    [property: GraphQLDescription("The field of the input that is wrong.")] string Field);

/// <summary>Who is signed in may not do this, or not now.</summary>
public sealed record NotAllowedError(string Message)
{
    /// <summary>A refusal by a policy, before the mutation runs, becomes the same error as one by the mutation itself.</summary>
    public static NotAllowedError CreateErrorFrom(DemoIsReadOnlyException refusal) => new(refusal.Message);
}
