using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Spotify.Budgets;

/// <summary>Lets the requests of a client id go one after the other: so many a second, so many at once, first come first served.</summary>
internal sealed class RequestPace(IOptions<SpotifyOptions> options, TimeProvider clock) : IDisposable
{
    private readonly BudgetOptions _options = options.Value.Budgets;
    private readonly ConcurrentDictionary<string, Lazy<Limits>> _clients = new(StringComparer.Ordinal);

    /// <summary>The place is free again when what is returned is disposed.</summary>
    public async Task<IDisposable> EnterAsync(SpotifyCall call, CancellationToken cancellationToken)
    {
        var limits = _clients.GetOrAdd(call.Caller.ClientId, _ => new Lazy<Limits>(() => new Limits(_options))).Value;
        using var patience = new CancellationTokenSource(_options.MaxWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var place = await AcquireAsync(limits.Places, call, either.Token);
            using var token = await AcquireAsync(limits.Rate, call, either.Token, place);
            return place;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw APITooManyRequestsException.Crowded(call.Name);
        }
    }

    public void Dispose()
    {
        foreach (var limits in _clients.Values.Where(limits => limits.IsValueCreated)) limits.Value.Dispose();
    }

    private static async Task<RateLimitLease> AcquireAsync(
        RateLimiter limiter, SpotifyCall call, CancellationToken cancellationToken, RateLimitLease? held = null)
    {
        try
        {
            var lease = await limiter.AcquireAsync(1, cancellationToken);
            if (lease.IsAcquired) return lease;
            lease.Dispose();
            throw APITooManyRequestsException.Crowded(call.Name);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private sealed class Limits(BudgetOptions options) : IDisposable
    {
        public RateLimiter Places { get; } = new ConcurrencyLimiter(new()
        {
            PermitLimit = options.Concurrency, QueueLimit = options.MaxWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

        public RateLimiter Rate { get; } = new TokenBucketRateLimiter(new()
        {
            TokenLimit = options.Burst, TokensPerPeriod = Math.Max(1, (int)(options.RequestsPerSecond * PeriodOf(options).TotalSeconds)),
            ReplenishmentPeriod = PeriodOf(options),
            QueueLimit = options.Concurrency, QueueProcessingOrder = QueueProcessingOrder.OldestFirst, AutoReplenishment = true,
        });

        // A timer is not finer than this.
        private static TimeSpan PeriodOf(BudgetOptions options) =>
            TimeSpan.FromMilliseconds(Math.Max(20, 1_000 / options.RequestsPerSecond));

        public void Dispose()
        {
            Places.Dispose();
            Rate.Dispose();
        }
    }
}
