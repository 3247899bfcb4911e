using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Access.Connections;

/// <summary>Makes a listener of a code: their tokens, and who they are at Spotify. Failures are in the words of the schema.</summary>
public sealed class SpotifyExchange(SpotifyApps apps, OAuthClient accounts, SpotifyClients clients)
{
    private static readonly SpotifyNotConfiguredError AppGone = new(
        "The app through which this began is not set any more. Begin again, through the app that is set now.");

    private static readonly SpotifyStateError CodeGone = new(
        "Spotify does not take this code any more: a code works once and for a few minutes. Begin again.");

    private static readonly SpotifyClientError WrongClient = new(
        "Spotify does not know this client id, or its secret is another one. Compare both with the app's settings in Spotify's Developer "
        + "Dashboard.");

    private static readonly SpotifyNotListedError NotListed = new(
        "Spotify does not let this app read for you: you are not on its list of users. The owner of the app adds you in Spotify's "
        + "Developer Dashboard (five people at most), or you enter an app of your own on the page Spotify.");

    private static readonly SpotifyOwnerWithoutPremiumError NoPremium = new(
        "Spotify lets an app read only while its owner has Premium. It works again when the owner subscribes, or with another app.");

    private static readonly SpotifyUnreachableError Silent = new(
        "Spotify did not answer in time, so nothing was connected. Begin again in a few minutes.");

    private static readonly SpotifyUnreachableError Nameless = new("Spotify does not say whose account it is. Try again later.");

    public async Task<FieldResult<SpotifyListener>> RunAsync(SpotifySignInWay way, string code, CancellationToken cancellationToken)
    {
        if (await apps.FindAsync(way.UserId, way.ClientId, cancellationToken) is not { } app) return new([AppGone]);
        try
        {
            var tokens = await accounts.RequestToken(app, code, new Uri(way.RedirectUrl), way.Verifier, cancellationToken);
            var profile = await ClientOf(app, tokens).UserProfile.Current(cancellationToken);
            return profile.Id is { Length: > 0 } id
                ? new SpotifyListener(app, tokens, id, profile)
                : new FieldResult<SpotifyListener>([Nameless]);
        }
        catch (APIException failure)
        {
            return new([ErrorOf(failure, way)]);
        }
    }

    /// <summary>It counts for the app that was agreed to, so that no other app's quota closes this way.</summary>
    private SpotifyClient ClientOf(SpotifyApp app, TokenResponse tokens) =>
        clients.Create(new TokenAuthenticator(tokens.AccessToken), new SpotifyCaller(app.ClientId));

    private static object ErrorOf(APIException failure, SpotifySignInWay way) => failure switch
    {
        InvalidGrantException { SpotifyMessage: { } words } when words.Contains("redirect", StringComparison.OrdinalIgnoreCase) =>
            new SpotifyRedirectError(
                $"Spotify does not take {way.RedirectUrl} for this app. Register exactly this address in the app's settings in Spotify's "
                + "Developer Dashboard, and begin again."),
        InvalidGrantException => CodeGone,
        OAuthException { Error: "invalid_client" } => WrongClient,
        APIForbiddenException { Kind: ForbiddenKind.OwnerWithoutPremium } => NoPremium,
        APIForbiddenException => NotListed, // What everybody may ask is forbidden only to those who are not on the list.
        _ => Silent,
    };
}

/// <summary>Who came back from Spotify.</summary>
public sealed class SpotifyListener(SpotifyApp app, TokenResponse tokens, string id, PrivateUser profile)
{
    public TokenResponse Tokens => tokens;

    public string SpotifyId => id;

    public string? DisplayName => profile.DisplayName is { Length: > 0 } name ? name : null;

    /// <summary>Names the account for good; by its marked id where Spotify does not tell the account_id.</summary>
    public string AccountId => profile.AccountId is { Length: > 0 } account ? account : SpotifyConnection.MarkOfId + id;

    /// <summary>The connection of a user with this listener; the time of the first one stays.</summary>
    public SpotifyConnection ConnectionOf(int userId, SpotifyConnection? before) => new()
    {
        UserId = userId,
        // An account_id that was told once is not given up for the id.
        AccountId = profile.AccountId is null && before is not null ? before.AccountId : AccountId,
        SpotifyId = SpotifyId,
        DisplayName = DisplayName,
        ImageUrl = profile.Images?.FirstOrDefault(image => image?.Url is { Length: > 0 })?.Url,
        ClientId = app.ClientId,
        Scopes = tokens.Scope ?? Scopes.All,
        Status = ConnectionStatus.Active,
        AuthorizedAt = tokens.CreatedAt,
        ConnectedAt = before?.ConnectedAt ?? tokens.CreatedAt,
    };
}
