using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Components;

/// <summary>
/// How much of one group of Spotify's endpoints was used today, as the operation asks: group, usedToday, limit, blockedUntil.
/// </summary>
public sealed record SpotifyBudget(QuotaGroup Group, int UsedToday, int Limit, DateTimeOffset? BlockedUntil)
{
    private static readonly Texts Text = Texts.Of(typeof(SpotifyBudget));

    /// <summary>What the group holds, in the reader's language.</summary>
    public string Name => Group switch
    {
        QuotaGroup.CatalogueTracks => Text["Single tracks"],
        QuotaGroup.CatalogueArtists => Text["Single artists"],
        QuotaGroup.CatalogueAlbums => Text["Single albums"],
        QuotaGroup.CatalogueShows => Text["Shows and episodes"],
        QuotaGroup.ArtistAlbums => Text["Albums of an artist"],
        QuotaGroup.Playlists => Text["Playlists"],
        QuotaGroup.Player => Text["What is playing"],
        QuotaGroup.Library => Text["Saved items"],
        QuotaGroup.Follow => Text["Followed artists"],
        QuotaGroup.Tops => Text["Top artists and tracks"],
        QuotaGroup.Profile => Text["Profile at Spotify"],
        QuotaGroup.Search => Text["Searches"],
        QuotaGroup.Other => Text["Everything else"],
        _ => throw new ArgumentOutOfRangeException(nameof(Group), Group, "The group has no name here."),
    };
}

/// <summary>The budgets of a client id, for <c>_Budgets</c>.</summary>
/// <param name="Budgets">As <c>User.spotifyBudgets</c> has them.</param>
/// <param name="ToZone">Puts a moment on the listener's clock.</param>
public sealed record BudgetsModel(IReadOnlyList<SpotifyBudget> Budgets, Func<DateTimeOffset, DateTimeOffset> ToZone)
{
    /// <summary>Groups that were used today or are closed; the others say nothing.</summary>
    public IEnumerable<SpotifyBudget> Shown => Budgets.Where(budget => budget.UsedToday > 0 || budget.BlockedUntil is not null);
}
