using Personalify.Web.Formatting;

namespace Personalify.Web.Components;

/// <summary>How much of one group of Spotify's endpoints was used today, as the operation asks: group, usedToday, limit, blockedUntil.</summary>
public sealed record SpotifyBudget(string Group, int UsedToday, int Limit, DateTimeOffset? BlockedUntil)
{
    private static readonly Texts Text = Texts.Of(typeof(SpotifyBudget));

    /// <summary>What the group holds, in the reader's language; a group that is newer than this page by its own name.</summary>
    public string Name => Group switch
    {
        "CATALOGUE_TRACKS" => Text["Single tracks"],
        "CATALOGUE_ARTISTS" => Text["Single artists"],
        "CATALOGUE_ALBUMS" => Text["Single albums"],
        "CATALOGUE_SHOWS" => Text["Shows and episodes"],
        "ARTIST_ALBUMS" => Text["Albums of an artist"],
        "PLAYLISTS" => Text["Playlists"],
        "PLAYER" => Text["What is playing"],
        "LIBRARY" => Text["Saved items"],
        "FOLLOW" => Text["Followed artists"],
        "TOPS" => Text["Top artists and tracks"],
        "PROFILE" => Text["Profile at Spotify"],
        "SEARCH" => Text["Searches"],
        "OTHER" => Text["Everything else"],
        _ => Group,
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
