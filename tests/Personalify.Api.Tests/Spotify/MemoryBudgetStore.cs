using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Tests.Spotify;

/// <summary>Keeps nothing, for tests without a database.</summary>
internal sealed class MemoryBudgetStore : IBudgetStore
{
    private readonly Dictionary<(string ClientId, QuotaGroup Group), BudgetRow> _rows = [];

    public Task<IReadOnlyList<BudgetRow>> AddAsync(
        string clientId, DateOnly day, IReadOnlyDictionary<QuotaGroup, int> asked, CancellationToken cancellationToken)
    {
        lock (_rows)
        {
            foreach (var (group, count) in asked)
            {
                var row = RowOf(clientId, group, day);
                _rows[(clientId, group)] = row with { Day = day, Used = (row.Day == day ? row.Used : 0) + count };
            }

            return Task.FromResult<IReadOnlyList<BudgetRow>>(
                [.. _rows.Where(pair => pair.Key.ClientId == clientId).Select(pair => pair.Value)]);
        }
    }

    public Task BlockAsync(
        string clientId, QuotaGroup group, DateOnly day, DateTimeOffset until, bool isGuess, CancellationToken cancellationToken)
    {
        lock (_rows)
        {
            var row = RowOf(clientId, group, day);
            _rows[(clientId, group)] = row with { BlockedUntil = until, Opened = row.Opened + (isGuess ? 1 : 0) };
        }

        return Task.CompletedTask;
    }

    public Task ForgiveAsync(string clientId, QuotaGroup group, CancellationToken cancellationToken)
    {
        lock (_rows) _rows.Remove((clientId, group));
        return Task.CompletedTask;
    }

    private BudgetRow RowOf(string clientId, QuotaGroup group, DateOnly day) =>
        _rows.GetValueOrDefault((clientId, group)) ?? new BudgetRow(group, day, 0, null, 0);
}
