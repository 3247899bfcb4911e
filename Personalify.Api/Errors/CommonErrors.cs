using Personalify.Api.Access;

namespace Personalify.Api.Errors;

/// <summary>The input was understood, and a value of it cannot be.</summary>
public sealed record InvalidInputError(
    string Message,
    [property: GraphQLDescription("The field of the input that is wrong.")] string Field);

/// <summary>Who is signed in may not do this, or not now.</summary>
public sealed record NotAllowedError(string Message)
{
    /// <summary>What a policy refuses before the mutation runs is the same error of it.</summary>
    public static NotAllowedError CreateErrorFrom(DemoIsReadOnlyException refusal) => new(refusal.Message);
}
