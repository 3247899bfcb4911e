using Personalify.Api.Errors;

namespace Personalify.Api.Access;

[GraphQLDescription("The name belongs to another account.")]
public sealed record NameTakenError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("The field of the input that holds the name.")] string Field);

[GraphQLDescription("The name or the password is wrong; which of them is not told.")]
public sealed record SignInFailedError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

[GraphQLDescription("Too many attempts to sign in failed.")]
public sealed record TooManyAttemptsError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("Seconds until an attempt is taken again.")] int RetryAfterSeconds);

[GraphQLDescription("Without this account the server would have people and no administrator.")]
public sealed record LastAdministratorError([property: GraphQLDescription(ErrorTexts.Message)] string Message);
