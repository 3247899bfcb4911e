using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Spotify;

/// <summary>
/// Where Spotify sends the browser back to, with a session or without one: who began is known by the state. The address may also be
/// pasted, from a browser that landed where this server is not.
/// </summary>
[AllowAnonymous]
public sealed class CallbackModel(PersonalifyClient client) : PageModel
{
    private static readonly Texts Text = Texts.Of(typeof(CallbackModel));

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public string? Problem { get; private set; }

    public bool NeedsConfirmation { get; private set; }

    /// <summary>The account that would be connected; null where the way signs in.</summary>
    public string? BegunBy { get; private set; }

    /// <summary>Connected, for a person who is signed in with another browser.</summary>
    public bool IsDone { get; private set; }

    public string? Code { get; private set; }

    public string? State { get; private set; }

    public string? Error { get; private set; }

    /// <summary>Where one begins again.</summary>
    public string StartHref => SessionCookie.Read(Request) is null ? "/sign-in" : "/spotify";

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error)
    {
        if (code is null && error is null) return Page();
        if (SpotifyCookie.HasBegun(Request, state)) return await CompleteAsync(new CompleteInput(code, state, error, null));
        (NeedsConfirmation, Code, State, Error) = (true, code, state, error);
        BegunBy = (await client.SendAsync(BegunByData.Operation, new BegunByVariables(state ?? ""), HttpContext.RequestAborted))
            .Server.Spotify.BegunBy;
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(string? code, string? state, string? error) =>
        CompleteAsync(new CompleteInput(code, state, error, null));

    public Task<IActionResult> OnPostPasteAsync(string? address) => CompleteAsync(new CompleteInput(null, null, null, address ?? ""));

    private async Task<IActionResult> CompleteAsync(CompleteInput input)
    {
        var payload = (await client.SendAsync(CompleteData.Operation, new CompleteVariables(input), HttpContext.RequestAborted))
            .CompleteSpotifyConnection;
        Errors = new FormErrors(payload.Errors);
        if (payload.SpotifyCompletion is { } completion) return Enter(completion);
        // What was pasted can be pasted better; everything else is begun again.
        if (Errors.Of("address") is null) Problem = string.Join(' ', Errors.General.Append(Errors.Of("state")).OfType<string>());
        return Page();
    }

    private IActionResult Enter(Completion completion)
    {
        SpotifyCookie.Remove(HttpContext);
        IsDone = completion.Session is null && SessionCookie.Read(Request) is null;
        if (IsDone) return Page();
        if (completion.Session is { } session) SessionCookie.Write(HttpContext, session.Token, session.ExpiresAt);
        Done = completion.IsNewAccount
            ? Text["Welcome. Your account is made and connected with Spotify; you can set a password in the settings."]
            : Text["Spotify is connected."];
        return Url.IsLocalUrl(completion.ReturnPath) ? LocalRedirect(completion.ReturnPath) : RedirectToPage("/Overview/Index");
    }
}
