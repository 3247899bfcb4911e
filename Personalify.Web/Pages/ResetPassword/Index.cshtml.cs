using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.ResetPassword;

/// <summary>Where a reset link leads: for who has forgotten the password, so without a session.</summary>
[AllowAnonymous]
public sealed class IndexModel(PersonalifyClient client) : PageModel
{
    public FormErrors Errors { get; private set; } = FormErrors.None;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Whether the link can still set a password.</summary>
    public bool IsOpen { get; private set; } = true;

    public async Task OnGetAsync() =>
        IsOpen = (await client.SendAsync(ResetLinkData.Operation, new ResetLinkVariables(Token), HttpContext.RequestAborted)).IsResetLinkOpen;

    public async Task<IActionResult> OnPostAsync(string? newPassword)
    {
        var variables = new ResetPasswordVariables(new ResetPasswordInput(Token, newPassword ?? ""));
        var payload = (await client.SendAsync(ResetPasswordData.Operation, variables, HttpContext.RequestAborted)).ResetPassword;
        Errors = new FormErrors(payload.Errors);
        if (payload.Session is not { } session) return Page();
        SessionCookie.Write(HttpContext, session.Token, session.ExpiresAt);
        return RedirectToPage("/Overview/Index");
    }
}
