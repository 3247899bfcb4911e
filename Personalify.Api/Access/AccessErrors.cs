using Personalify.Api.Errors;

namespace Personalify.Api.Access;

public sealed record NameTakenError(string Message) : Error(Message);

public sealed record SignInFailedError(string Message) : Error(Message);

public sealed record TooManyAttemptsError(string Message, int RetryAfterSeconds) : Error(Message);
