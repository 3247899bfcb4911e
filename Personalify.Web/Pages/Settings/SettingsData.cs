using Personalify.Web.Api;
using Personalify.Web.Pages.SignIn;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Settings;

public sealed record UpdateProfileVariables(UpdateProfileInput Input);

public sealed record UpdateProfileInput(string? DisplayName, string? TimeZone);

public sealed record UpdateProfileData(UserPayload UpdateProfile)
{
    public static readonly GraphQLOperation<UpdateProfileVariables, UpdateProfileData> Operation = new("Settings/UpdateProfile");
}

public sealed record ChangePasswordVariables(ChangePasswordInput Input);

public sealed record ChangePasswordInput(string? CurrentPassword, string NewPassword);

public sealed record ChangePasswordData(UserPayload ChangePassword)
{
    public static readonly GraphQLOperation<ChangePasswordVariables, ChangePasswordData> Operation = new("Settings/ChangePassword");
}

/// <summary>What node B notes of the own account is missing while it is away.</summary>
public sealed record AccountsData(ViewerUser? Viewer, AccountsPage? Users, CacheState? Cache, NotedUser? Me, NodeBSummary? Remote)
    : PartialAnswer, IViewerAnswer
{
    public static readonly GraphQLOperation<PageVariables, AccountsData> Operation = new("Settings/Accounts");

    protected override bool MayFail(GraphQLResponseError failure) => failure.IsAt("me", "remoteNote");
}

public sealed record NotedUser(string? RemoteNote);

/// <summary>How node B stands, for who administers this server.</summary>
public sealed record NodeBSummary(NodeBState State, string? Reason, DateTimeOffset Since);

public sealed record AccountsPage(IReadOnlyList<AccountSummary>? Nodes, PageInfo PageInfo);

public sealed record AccountSummary(string Id, string Name, string DisplayName, UserRole Role, bool IsDemo, DateTimeOffset CreatedAt);

public sealed record AddAccountData(AddAccountPayload CreateAccount)
{
    public static readonly GraphQLOperation<CreateAccountVariables, AddAccountData> Operation = new("Settings/AddAccount");
}

public sealed record AddAccountPayload(AddedUser? User, IReadOnlyList<FieldError>? Errors);

public sealed record AddedUser(string Name);

public sealed record UserPayload(Identity? User, IReadOnlyList<FieldError>? Errors);

public sealed record JoinCommunityData(MembershipPayload JoinCommunity)
{
    public static readonly GraphQLOperation<NoVariables, JoinCommunityData> Operation = new("Settings/JoinCommunity");
}

public sealed record LeaveCommunityData(MembershipPayload LeaveCommunity)
{
    public static readonly GraphQLOperation<NoVariables, LeaveCommunityData> Operation = new("Settings/LeaveCommunity");
}

public sealed record MembershipPayload(Identity? User, IReadOnlyList<MutationError>? Errors);

public sealed record SignOutData(SignOutPayload SignOut)
{
    public static readonly GraphQLOperation<NoVariables, SignOutData> Operation = new("Settings/SignOut");
}

public sealed record SignOutPayload(bool? SignedOut);
