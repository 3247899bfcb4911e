using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Settings;

public sealed record UpdateProfileVariables(UpdateProfileInput Input);

public sealed record UpdateProfileInput(string? DisplayName, string? TimeZone);

public sealed record UpdateProfileData(UserPayload UpdateProfile)
{
    public static readonly GraphQLOperation<UpdateProfileVariables, UpdateProfileData> Operation = new("Settings/UpdateProfile");
}

public sealed record ChangePasswordVariables(ChangePasswordInput Input);

public sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

public sealed record ChangePasswordData(UserPayload ChangePassword)
{
    public static readonly GraphQLOperation<ChangePasswordVariables, ChangePasswordData> Operation = new("Settings/ChangePassword");
}

public sealed record UserPayload(Identity? User, IReadOnlyList<MutationError>? Errors);

public sealed record SignOutData(SignOutPayload SignOut)
{
    public static readonly GraphQLOperation<NoVariables, SignOutData> Operation = new("Settings/SignOut");
}

public sealed record SignOutPayload(bool SignedOut);
