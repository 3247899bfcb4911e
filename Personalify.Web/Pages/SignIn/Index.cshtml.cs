using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Pages.Spotify;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SignIn;

[AllowAnonymous]
public sealed class IndexModel(PersonalifyClient client) : PageModel
{
    public ServerInfo Server { get; private set; } = new("", false, false, new SpotifyServer(false, false));

    public FormErrors Errors { get; private set; } = FormErrors.None;

    public FormErrors SpotifyErrors { get; private set; } = FormErrors.None;

    /// <summary>Where the browser goes on to, after the button.</summary>
    public WayToSpotify? Way { get; private set; }

    /// <summary>Whether the listener lands where this server is not, and brings the address back by hand.</summary>
    public bool HasToPaste { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var variables = new SignInVariables(new SignInInput(Name ?? "", Password ?? ""));
        var payload = (await client.SendAsync(SignInData.Operation, variables, HttpContext.RequestAborted)).SignIn;
        return await EnterAsync(payload.Session, payload.Errors);
    }

    public async Task<IActionResult> OnPostCreateAsync()
    {
        var variables = new CreateAccountVariables(new CreateAccountInput(Name ?? "", Password ?? "", DisplayName, TimeZone));
        var payload = (await client.SendAsync(SignUpData.Operation, variables, HttpContext.RequestAborted)).SignUp;
        return await EnterAsync(payload.Session, payload.Errors);
    }

    public async Task<IActionResult> OnPostDemoAsync()
    {
        var payload = (await client.SendAsync(SignInToDemoData.Operation, HttpContext.RequestAborted)).SignInToDemo;
        return await EnterAsync(payload.Session, payload.Errors);
    }

    public async Task<IActionResult> OnPostSpotifyAsync(bool paste)
    {
        var redirect = paste ? SpotifyCallback.UrlOnThisMachine(Request) : SpotifyCallback.UrlOf(Request);
        var input = new BeginInput(redirect, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null);
        var payload = (await client.SendAsync(SignInWithSpotifyData.Operation, new BeginVariables(input), HttpContext.RequestAborted))
            .SignInWithSpotify;
        (SpotifyErrors, Way, HasToPaste) = (new FormErrors(payload.Errors), payload.SpotifySignIn, paste);
        if (Way is { } way)
        {
            SpotifyCookie.Write(HttpContext, way.AuthorizeUrl);
            if (!paste) SpotifyCallback.SendOn(HttpContext, way.AuthorizeUrl);
        }

        await LoadAsync();
        return Page();
    }

    private async Task<IActionResult> EnterAsync(Session? session, IReadOnlyList<MutationError>? errors)
    {
        if (session is null)
        {
            Errors = new FormErrors(errors);
            await LoadAsync();
            return Page();
        }

        SessionCookie.Write(HttpContext, session.Token, session.ExpiresAt);
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Overview/Index");
    }

    private async Task LoadAsync() => Server = (await client.SendAsync(ServerData.Operation, HttpContext.RequestAborted)).Server;
}
