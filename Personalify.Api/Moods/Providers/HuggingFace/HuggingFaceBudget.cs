using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>
/// Counts requests of a day (UTC) and remembers refusals in the record, so that a restart forgives neither and several processes count
/// together.
/// </summary>
internal sealed class HuggingFaceBudget(NpgsqlDataSource main, TimeProvider time)
{
    private const string Take =
        """
        INSERT INTO mood_budgets AS kept (model, day, used) VALUES ($1, $2, 1)
        ON CONFLICT (model) DO UPDATE SET used = CASE WHEN kept.day = $2 THEN kept.used + 1 ELSE 1 END, day = $2
        WHERE (kept.day < $2 OR kept.used < $3) AND (kept.blocked_until IS NULL OR kept.blocked_until <= $4)
        """;

    private const string Block =
        """
        INSERT INTO mood_budgets AS kept (model, day, blocked_until) VALUES ($1, $2, $3)
        ON CONFLICT (model) DO UPDATE SET blocked_until = greatest(kept.blocked_until, excluded.blocked_until)
        """;

    /// <exception cref="MoodModelException">The day's requests are used up, or the model asks to be left alone.</exception>
    public async Task TakeAsync(string model, int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = main.CreateCommand(Take).With(model, DateOnly.FromDateTime(now.UtcDateTime), limit, now);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) throw await RefusalAsync(model, limit, now, cancellationToken);
    }

    public async Task BlockAsync(string model, TimeSpan pause, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = main.CreateCommand(Block).With(model, DateOnly.FromDateTime(now.UtcDateTime), now + pause);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Until when requests are refused, where they are; asks for none itself.</summary>
    public async Task<DateTimeOffset?> FindBlockAsync(string model, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT blocked_until FROM mood_budgets WHERE model = $1 AND blocked_until > $2")
            .With(model, time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime until ? new DateTimeOffset(until) : null;
    }

    private async Task<MoodModelException> RefusalAsync(string model, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindBlockAsync(model, cancellationToken) is { } until)
            return new MoodModelException($"Hugging Face asked to leave the model {model} alone for a while; titles wait until then.",
                until - now);
        var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return new MoodModelException(
            $"The {limit} requests of today for the model {model} are used up; titles wait until midnight UTC. HuggingFace:DailyRequests "
                + $"sets how many.",
            midnight - now);
    }
}

/// <summary>Nearest to the wire, so tries again count as well.</summary>
internal sealed class HuggingFaceBudgetHandler(HuggingFaceBudget budget, string model, int limit) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await budget.TakeAsync(model, limit, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
