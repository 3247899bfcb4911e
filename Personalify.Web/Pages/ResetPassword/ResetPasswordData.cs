using Personalify.Web.Api;
using Personalify.Web.Pages.SignIn;

namespace Personalify.Web.Pages.ResetPassword;

public sealed record ResetLinkVariables(string Token);

public sealed record ResetLinkData(bool IsResetLinkOpen)
{
    public static readonly GraphQLOperation<ResetLinkVariables, ResetLinkData> Operation = new("ResetPassword/ResetLink");
}

public sealed record ResetPasswordVariables(ResetPasswordInput Input);

public sealed record ResetPasswordInput(string Token, string NewPassword);

public sealed record ResetPasswordData(ResetPasswordPayload ResetPassword)
{
    public static readonly GraphQLOperation<ResetPasswordVariables, ResetPasswordData> Operation = new("ResetPassword/ResetPassword");
}

public sealed record ResetPasswordPayload(Session? Session, IReadOnlyList<FieldError>? Errors);
