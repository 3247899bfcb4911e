using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SignIn;

public sealed record ServerData(ServerInfo Server)
{
    public static readonly GraphQLOperation<NoVariables, ServerData> Operation = new("SignIn/Index");
}

public sealed record SignInVariables(SignInInput Input);

public sealed record SignInInput(string Name, string Password);

public sealed record SignInData(SessionPayload SignIn)
{
    public static readonly GraphQLOperation<SignInVariables, SignInData> Operation = new("SignIn/SignIn");
}

public sealed record SignInToDemoData(SessionPayload SignInToDemo)
{
    public static readonly GraphQLOperation<NoVariables, SignInToDemoData> Operation = new("SignIn/SignInToDemo");
}

public sealed record CreateAccountVariables(CreateAccountInput Input);

public sealed record CreateAccountInput(string Name, string Password, string? DisplayName, string? TimeZone);

public sealed record SignUpData(SignUpPayload SignUp)
{
    public static readonly GraphQLOperation<CreateAccountVariables, SignUpData> Operation = new("SignIn/SignUp");
}

public sealed record SessionPayload(Session? Session, IReadOnlyList<MutationError>? Errors);

public sealed record SignUpPayload(Session? Session, IReadOnlyList<FieldError>? Errors);

public sealed record Session(string Token, DateTimeOffset ExpiresAt);
