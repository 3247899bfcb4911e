namespace Personalify.Api.Spotify.Budgets;

/// <summary>What is kept of the budgets, for all processes and over restarts.</summary>
internal interface IBudgetStore
{
    /// <summary>Adds what was asked, which may be nothing, and returns every group of the client id.</summary>
    Task<IReadOnlyList<BudgetRow>> AddAsync(
        string clientId, DateOnly day, IReadOnlyDictionary<QuotaGroup, int> asked, CancellationToken cancellationToken);

    /// <summary>From now on no process asks the group before that time.</summary>
    /// <param name="isGuess">Whether the time is not Spotify's own; the next guess is then a longer one.</param>
    Task BlockAsync(
        string clientId, QuotaGroup group, DateOnly day, DateTimeOffset until, bool isGuess, CancellationToken cancellationToken);

    /// <summary>The group has answered again.</summary>
    Task ForgiveAsync(string clientId, QuotaGroup group, CancellationToken cancellationToken);
}

/// <summary>One group of a client id.</summary>
internal sealed record BudgetRow(QuotaGroup Group, DateOnly Day, int Used, DateTimeOffset? BlockedUntil, int Opened);
