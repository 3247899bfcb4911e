using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

public sealed record CreateAccountInput(
    string Name,
    string Password,
    string? DisplayName,
    [property: GraphQLDescription("IANA name; UTC when missing.")] string? TimeZone);

public sealed record CreateAccountPayload(Session? Session, IReadOnlyList<Error>? Errors);

public sealed record SignInInput(string Name, string Password);

public sealed record SignInPayload(Session? Session, IReadOnlyList<Error>? Errors);

public sealed record SignOutPayload(bool SignedOut);

public sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

public sealed record ChangePasswordPayload(User? User, IReadOnlyList<Error>? Errors);
