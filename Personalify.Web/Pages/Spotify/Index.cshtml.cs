using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Pages.SyncHistory;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Spotify;

/// <summary>The connection with Spotify: how it stands, how it is made, renewed and ended.</summary>
public sealed class IndexModel(PersonalifyClient client, Visit visit) : PersonalifyPage
{
    private const string Here = "/spotify";
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    public SpotifyService Server { get; private set; } = new(false, false, new SpotifyRedirect("", null));

    public SpotifyOwner Owner { get; private set; } = new(false, null, null);

    public FormErrors ConnectErrors { get; private set; } = FormErrors.None;

    public FormErrors AppErrors { get; private set; } = FormErrors.None;

    public FormErrors DisconnectErrors { get; private set; } = FormErrors.None;

    /// <summary>Where the browser goes on to, after the button.</summary>
    public WayToSpotify? Way { get; private set; }

    /// <summary>The store of the sync history does not answer.</summary>
    public bool IsHistoryAway { get; private set; }

    public LastSync? LastSync => Owner.SyncHistory?.Nodes is [var last, ..] ? last : null;

    /// <summary>What was entered as the own app.</summary>
    public string? ClientId { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public bool CanConnect => Server.IsConfigured || Owner.SpotifyApp is not null;

    public async Task OnGetAsync()
    {
        var data = await AskAsync();
        (Server, Owner) = (data.Server.Spotify, data.Me ?? throw new SignedOutException());
        ClientId ??= Owner.SpotifyApp?.ClientId;
    }

    public async Task<IActionResult> OnPostConnectAsync()
    {
        await OnGetAsync();
        var variables = new BeginVariables(new BeginInput(Server.Redirect.Url, Here));
        var payload = (await client.SendAsync(ConnectData.Operation, variables, Aborted)).ConnectSpotify;
        ConnectErrors = new FormErrors(payload.Errors);
        if (payload.SpotifySignIn is not { } way) return Page();
        Way = way;
        SpotifyCookie.Write(HttpContext, way.AuthorizeUrl);
        // Where the listener has to bring the address back by hand, this page stays open beside Spotify's.
        if (Server.Redirect.Problem is null) SpotifyCallback.SendOn(HttpContext, way.AuthorizeUrl);
        return Page();
    }

    public async Task<IActionResult> OnPostAppAsync(string? clientId, string? clientSecret)
    {
        ClientId = clientId;
        var input = new SetAppInput(clientId ?? "", string.IsNullOrWhiteSpace(clientSecret) ? null : clientSecret);
        var payload = (await client.SendAsync(SetAppData.Operation, new SetAppVariables(input), Aborted)).SetSpotifyApp;
        AppErrors = new FormErrors(payload.Errors);
        return await AnswerAsync(AppErrors, Text["Your own app is set. Connect through it now."]);
    }

    public async Task<IActionResult> OnPostRemoveAppAsync()
    {
        await client.SendAsync(RemoveAppData.Operation, Aborted);
        return await AnswerAsync(FormErrors.None, Text["Your own app is removed."]);
    }

    public async Task<IActionResult> OnPostDisconnectAsync(string? data)
    {
        var variables = new DisconnectVariables(new DisconnectInput(KeepData: data != "wipe"));
        var payload = (await client.SendAsync(DisconnectData.Operation, variables, Aborted)).DisconnectSpotify;
        DisconnectErrors = new FormErrors(payload.Errors);
        return await AnswerAsync(DisconnectErrors, payload.SpotifyDisconnection switch
        {
            { KeptData: true } => Text["Spotify is disconnected. What came from there stays."],
            { IsWiped: true } => Text["Spotify is disconnected, and what came from there is wiped everywhere."],
            _ => Text["Spotify is disconnected. A store does not answer just now; what it holds is wiped as soon as it does."],
        });
    }

    // The connection is shown and ended whether the store of the history answers or not.
    private async Task<SpotifyPageData> AskAsync()
    {
        var callback = SpotifyCallback.UrlOf(Request);
        try
        {
            return await visit.AskAsync(SpotifyPageData.Operation, new SpotifyVariables(callback, History: true));
        }
        catch (ApiException failure) when (SyncWords.IsAway(failure))
        {
            IsHistoryAway = true;
            return await visit.AskAsync(SpotifyPageData.Operation, new SpotifyVariables(callback, History: false));
        }
    }

    private async Task<IActionResult> AnswerAsync(FormErrors errors, string done)
    {
        if (errors.Any)
        {
            await OnGetAsync();
            return Page();
        }

        Done = done;
        return RedirectToPage();
    }
}
