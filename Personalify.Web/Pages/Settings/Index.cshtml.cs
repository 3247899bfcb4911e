using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Pages.SignIn;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Settings;

public sealed class IndexModel(PersonalifyClient client, Visit visit) : PersonalifyPage
{
    private const int AccountsOnPage = 20;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    public FormErrors ProfileErrors { get; private set; } = FormErrors.None;

    public FormErrors PasswordErrors { get; private set; } = FormErrors.None;

    public FormErrors AccountErrors { get; private set; } = FormErrors.None;

    public FormErrors DeletionErrors { get; private set; } = FormErrors.None;

    public FormErrors ResetErrors { get; private set; } = FormErrors.None;

    /// <summary>The link that was asked for; it is shown once, on the answer to the form.</summary>
    public ResetLink? ResetLink { get; private set; }

    /// <summary>What was entered, so that nobody has to enter it again where something is wrong with it.</summary>
    public UpdateProfileInput Profile { get; private set; } = new(null, null);

    public AccountForm Account { get; private set; } = new();

    /// <summary>The accounts of this server; nothing for those who do not administer it.</summary>
    public AccountsPage? Accounts { get; private set; }

    /// <summary>The cache of this server, for those who administer it.</summary>
    public CacheState? Cache { get; private set; }

    /// <summary>How node B stands, for those who administer this server.</summary>
    public NodeBSummary? NodeB { get; private set; }

    /// <summary>What node B's sample table has for the own account.</summary>
    public string? RemoteNote { get; private set; }

    public FormErrors CommunityErrors { get; private set; } = FormErrors.None;

    public FormErrors CacheErrors { get; private set; } = FormErrors.None;

    public PagerModel Pager => PagerModel.Of(Text["More accounts"], "/settings", Accounts?.PageInfo);

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(string? after, string? before)
    {
        var server = await visit.AskAsync(
            AccountsData.Operation,
            () => Viewer.User.Role == UserRole.Administrator ? PageVariables.Of(AccountsOnPage, after, before) : null);
        (Accounts, Cache, NodeB, RemoteNote) = (server?.Users, server?.Cache, server?.Remote, server?.Me?.RemoteNote);
        Profile = new UpdateProfileInput(Viewer.User.DisplayName, Viewer.User.TimeZone);
        if (Accounts is not null) Account.TimeZone ??= Viewer.User.TimeZone;
    }

    public async Task<IActionResult> OnPostProfileAsync(string? displayName, string? timeZone)
    {
        var input = new UpdateProfileInput(displayName ?? "", timeZone);
        var payload = (await client.SendAsync(UpdateProfileData.Operation, new UpdateProfileVariables(input), Aborted)).UpdateProfile;
        ProfileErrors = new FormErrors(payload.Errors);
        return await AnswerAsync(ProfileErrors, Text["Your profile is saved."], () => Profile = input);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? currentPassword, string? newPassword)
    {
        var variables = new ChangePasswordVariables(new ChangePasswordInput(currentPassword, newPassword ?? ""));
        PasswordErrors = new FormErrors((await client.SendAsync(ChangePasswordData.Operation, variables, Aborted)).ChangePassword.Errors);
        return await AnswerAsync(PasswordErrors, Text["Your password is changed. Other browsers that were signed in to your account are signed out."]);
    }

    public async Task<IActionResult> OnPostAccountAsync([Bind(Prefix = "account")] AccountForm account)
    {
        var displayName = string.IsNullOrWhiteSpace(account.DisplayName) ? null : account.DisplayName;
        var input = new CreateAccountInput(account.Name ?? "", account.Password ?? "", displayName, account.TimeZone);
        var payload = (await client.SendAsync(AddAccountData.Operation, new CreateAccountVariables(input), Aborted)).CreateAccount;
        AccountErrors = new FormErrors(payload.Errors);
        Account = account;
        return await AnswerAsync(
            AccountErrors,
            Text["“{0}” has an account now. Tell them the name and the password; they can change the password here.", $"{payload.User?.Name}"]);
    }

    public IActionResult OnPostLanguage(string? language)
    {
        LanguageCookie.Write(HttpContext, Language.Find(language));
        return RedirectToPage();
    }

    public IActionResult OnPostTheme(string? theme)
    {
        ThemeCookie.Write(HttpContext, ThemeCookie.Parse(theme) ?? Theme.System);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResetLinkAsync(string? name)
    {
        var variables = new CreatePasswordResetVariables(new CreatePasswordResetInput(name ?? ""));
        var payload = (await client.SendAsync(CreatePasswordResetData.Operation, variables, Aborted)).CreatePasswordReset;
        ResetErrors = new FormErrors(payload.Errors);
        if (payload.PasswordReset is { } reset)
        {
            var address = Url.PageLink("/ResetPassword/Index", values: new { token = reset.Token })!;
            ResetLink = new ResetLink(reset.User.Name, address, reset.ExpiresAt);
        }

        await OnGetAsync(null, null);
        return Page();
    }

    public async Task<IActionResult> OnPostClearCacheAsync(string? prefix)
    {
        var variables = new ClearCacheVariables(new ClearCacheInput(prefix ?? ""));
        var payload = (await client.SendAsync(ClearCacheData.Operation, variables, Aborted)).ClearCache;
        CacheErrors = new FormErrors(payload.Errors);
        return await AnswerAsync(CacheErrors, payload.Cleared is { IsComplete: false }
            ? Text["{0} keys that begin with {1} are cleared, and there are more. Clear again.", Format.Number(payload.Cleared.Keys),
                prefix ?? ""]
            : Text["{0} keys that begin with {1} are cleared.", Format.Number(payload.Cleared?.Keys ?? 0), prefix ?? ""]);
    }

    public async Task<IActionResult> OnPostJoinCommunityAsync()
    {
        CommunityErrors = new FormErrors((await client.SendAsync(JoinCommunityData.Operation, Aborted)).JoinCommunity.Errors);
        return await AnswerAsync(CommunityErrors, Text["You have joined the community. Your plays are in its figures within seconds."]);
    }

    public async Task<IActionResult> OnPostLeaveCommunityAsync()
    {
        CommunityErrors = new FormErrors((await client.SendAsync(LeaveCommunityData.Operation, Aborted)).LeaveCommunity.Errors);
        return await AnswerAsync(CommunityErrors, Text["You have left the community. Your plays are out of its figures within seconds."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? password, string? name)
    {
        var variables = new DeleteAccountVariables(new DeleteAccountInput(password, name));
        var payload = (await client.SendAsync(DeleteAccountData.Operation, variables, Aborted)).DeleteAccount;
        DeletionErrors = new FormErrors(payload.Errors);
        if (DeletionErrors.Any) return await AnswerAsync(DeletionErrors, "");
        SessionCookie.Remove(HttpContext);
        return RedirectToPage("/SignIn/Index");
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await client.SendAsync(SignOutData.Operation, Aborted);
        SessionCookie.Remove(HttpContext);
        return RedirectToPage("/SignIn/Index");
    }

    private async Task<IActionResult> AnswerAsync(FormErrors errors, string done, Action? keep = null)
    {
        if (errors.Any)
        {
            await OnGetAsync(null, null);
            keep?.Invoke();
            return Page();
        }

        Done = done;
        return RedirectToPage();
    }
}
