using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Pages.SyncHistory;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Spotify;

/// <param name="CallbackUrl">Where these pages take browsers back.</param>
/// <param name="History">Whether the last synchronization is asked for, whose store may be away.</param>
public sealed record SpotifyVariables(string CallbackUrl, bool History);

public sealed record SpotifyPageData(ViewerUser? Viewer, SpotifyPageServer Server, SpotifyOwner? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<SpotifyVariables, SpotifyPageData> Operation = new("Spotify/Index");
}

public sealed record SpotifyPageServer(SpotifyService Spotify);

/// <param name="Listeners">How many accounts use the server's app; null for those who do not administer it.</param>
public sealed record SpotifyService(bool IsConfigured, bool IsDemo, SpotifyRedirect Redirect, int? Listeners = null)
{
    /// <summary>Spotify's limit for an app in development mode.</summary>
    public const int MostListeners = 5;
}

/// <param name="Url">What is to be registered at Spotify.</param>
/// <param name="Problem">Why Spotify does not take the address at which these pages are looked at.</param>
public sealed record SpotifyRedirect(string Url, string? Problem);

public sealed record SpotifyOwner(
    bool KeepsSpotifyData, OwnApp? SpotifyApp, Connection? Spotify, IReadOnlyList<SpotifyBudget>? SpotifyBudgets = null,
    SyncAtWork? CurrentSync = null, LastSyncs? SyncHistory = null);

public sealed record LastSyncs(IReadOnlyList<LastSync>? Nodes);

public sealed record LastSync(string Id, DateTimeOffset StartedAt, SyncRunStatus Status, IReadOnlyList<LastSyncPart> Parts);

public sealed record LastSyncPart(SyncPart Part, SyncPartStatus Status, string? Message);

public sealed record OwnApp(string ClientId, bool HasSecret);

public sealed record Connection(
    string SpotifyId, string? DisplayName, string ClientId, SpotifyConnectionStatus Status, DateTimeOffset AuthorizedAt,
    DateTimeOffset ExpiresAt, IReadOnlyList<FeatureGrant> Features);

public sealed record FeatureGrant(SpotifyFeature Feature, bool IsGranted, IReadOnlyList<string> MissingScopes, string? Cost);
