using Personalify.Api.Errors;

namespace Personalify.Api.Access;

public sealed record NameTakenError(
    string Message,
    [property: GraphQLDescription("The field of the input that holds the name.")] string Field) : Error(Message);

public sealed record SignInFailedError(string Message) : Error(Message);

public sealed record TooManyAttemptsError(string Message, int RetryAfterSeconds) : Error(Message);
