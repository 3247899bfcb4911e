namespace Personalify.Api.Access;

public sealed record NameTakenError(
    string Message,
    [property: GraphQLDescription("The field of the input that holds the name.")] string Field);

public sealed record SignInFailedError(string Message);

public sealed record TooManyAttemptsError(string Message, int RetryAfterSeconds);

[GraphQLDescription("Without this account the server would have people and no administrator.")]
public sealed record LastAdministratorError(string Message);
