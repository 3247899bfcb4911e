using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Spotify.Budgets;

/// <summary>The table <c>spotify_budgets</c>. Counts are added, never set, so several processes count together.</summary>
internal sealed class BudgetStore(NpgsqlDataSource main) : IBudgetStore
{
    private const int Seconds = 5;

    private const string Add =
        """
        INSERT INTO spotify_budgets AS kept (client_id, quota_group, day, used)
        SELECT $1, quota_group, $2, used FROM unnest($3::text[], $4::int[]) AS asked (quota_group, used) ORDER BY quota_group
        ON CONFLICT (client_id, quota_group) DO UPDATE SET day = greatest(kept.day, excluded.day),
            used = excluded.used + CASE WHEN kept.day < excluded.day THEN 0 ELSE kept.used END
        """;

    private const string Read = "SELECT quota_group, day, used, blocked_until, opened FROM spotify_budgets WHERE client_id = $1";

    private const string Block =
        """
        INSERT INTO spotify_budgets AS kept (client_id, quota_group, day, used, blocked_until, opened) VALUES ($1, $2, $3, 0, $4, $5)
        ON CONFLICT (client_id, quota_group) DO UPDATE SET blocked_until = greatest(kept.blocked_until, excluded.blocked_until),
            opened = kept.opened + excluded.opened
        """;

    private const string Forgive = "UPDATE spotify_budgets SET opened = 0, blocked_until = NULL WHERE client_id = $1 AND quota_group = $2";

    public async Task<IReadOnlyList<BudgetRow>> AddAsync(
        string clientId, DateOnly day, IReadOnlyDictionary<QuotaGroup, int> asked, CancellationToken cancellationToken)
    {
        if (asked.Count > 0)
        {
            string[] groups = [.. asked.Keys.Select(group => group.ToString())];
            await ExecuteAsync(Add, cancellationToken, clientId, day, groups, asked.Values.ToArray());
        }

        await using var command = main.CreateCommand(Read).With(clientId);
        command.CommandTimeout = Seconds;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<BudgetRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (Enum.TryParse<QuotaGroup>(reader.GetString(0), out var group)) rows.Add(RowOf(group, reader));
        }

        return rows;
    }

    public Task BlockAsync(
        string clientId, QuotaGroup group, DateOnly day, DateTimeOffset until, bool isGuess, CancellationToken cancellationToken) =>
        ExecuteAsync(Block, cancellationToken, clientId, group.ToString(), day, until, isGuess ? 1 : 0);

    public Task ForgiveAsync(string clientId, QuotaGroup group, CancellationToken cancellationToken) =>
        ExecuteAsync(Forgive, cancellationToken, clientId, group.ToString());

    private static BudgetRow RowOf(QuotaGroup group, NpgsqlDataReader row) => new(
        group, row.GetFieldValue<DateOnly>(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
            row.GetInt32(4));

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With(values);
        command.CommandTimeout = Seconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
