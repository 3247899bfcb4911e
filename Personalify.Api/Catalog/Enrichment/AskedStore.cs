using Npgsql;
using Personalify.Api.Catalog.Word;
using Personalify.Api.Imports;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>The table <c>spotify_asked</c>: what asking for an id gave, and when it may be asked again.</summary>
internal sealed class AskedStore(NpgsqlDataSource main, CatalogCache cache, TimeProvider clock)
{
    /// <summary>Failures in a row double the pause, from one day on.</summary>
    private const string Upsert =
        """
        INSERT INTO spotify_asked AS known (kind, spotify_id, outcome, returned_id, failures, asked_at, retry_at)
        VALUES ($1, $2, $3, $4, CASE $3 WHEN 'FAILED' THEN 1 ELSE 0 END, $5, $5 + CASE $3 WHEN 'FAILED' THEN interval '1 day' ELSE $6 END)
        ON CONFLICT (kind, spotify_id) DO UPDATE SET outcome = excluded.outcome, asked_at = excluded.asked_at,
            returned_id = coalesce(excluded.returned_id, known.returned_id),
            failures = CASE excluded.outcome WHEN 'FAILED' THEN known.failures + 1 ELSE 0 END,
            retry_at = CASE excluded.outcome WHEN 'FAILED' THEN $5 + least($6, interval '1 day' * 2 ^ least(known.failures, 10))
                ELSE excluded.retry_at END
        """;

    /// <param name="wanted">What was asked for.</param>
    /// <param name="saidId">Under which id Spotify answered.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task FoundAsync(Wanted wanted, string saidId, CancellationToken cancellationToken)
    {
        var isRelinked = saidId != wanted.SpotifyId;
        await WriteAsync(wanted, "FOUND", isRelinked ? saidId : null, cancellationToken);
        if (isRelinked && wanted.Kind == WantedKind.Track)
            await cache.ForgetAsync(SpotifyWordEntries.Track, [wanted.SpotifyId], cancellationToken);
    }

    public Task MissingAsync(Wanted wanted, CancellationToken cancellationToken) => WriteAsync(wanted, "MISSING", null, cancellationToken);

    public Task FailedAsync(Wanted wanted, CancellationToken cancellationToken) => WriteAsync(wanted, "FAILED", null, cancellationToken);

    private async Task WriteAsync(Wanted wanted, string outcome, string? returnedId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Upsert).With(
            wanted.Kind.Word(), wanted.SpotifyId, outcome,
            new NpgsqlParameter<string?> { TypedValue = returnedId, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
            clock.GetUtcNow(), WantedStore.Lifetime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
