using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Options;
using Personalify.Api.Hosting;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Spotify.Budgets;

/// <summary>
/// Counts what is asked for each client id and group, refuses what would be too much, and keeps a group closed for as long as Spotify
/// refuses it. Counts are written every few seconds; that a group is closed is written at once.
/// </summary>
public sealed class SpotifyBudgets
{
    /// <summary>How far what other processes asked may lie behind.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan FirstGuess = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, ClientBudget> _clients = new(StringComparer.Ordinal);
    private readonly IBudgetStore _store;
    private readonly BudgetOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SpotifyBudgets> _log;

    internal SpotifyBudgets(IBudgetStore store, IOptions<SpotifyOptions> options, TimeProvider clock, ILogger<SpotifyBudgets> log) =>
        (_store, _options, _clock, _log) = (store, options.Value.Budgets, clock, log);

    internal static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <summary>Every group of a client id as it stands now.</summary>
    public async Task<IReadOnlyList<SpotifyBudget>> ListAsync(string clientId, CancellationToken cancellationToken)
    {
        var client = await FreshAsync(clientId, cancellationToken);
        var now = _clock.GetUtcNow();
        return [.. Enum.GetValues<QuotaGroup>().Select(group =>
        {
            var use = client.UseOf(group, now);
            return new SpotifyBudget(group, use.Used, _options.Daily[group], use.IsBlocked(now) ? use.BlockedUntil : null);
        })];
    }

    /// <summary>Whether a question would be let through now.</summary>
    public async Task<bool> IsOpenAsync(SpotifyCaller caller, QuotaGroup group, CancellationToken cancellationToken)
    {
        var client = await FreshAsync(caller.ClientId, cancellationToken);
        var now = _clock.GetUtcNow();
        var use = client.UseOf(group, now);
        return !use.IsBlocked(now) && use.Used < _options.LimitOf(group, caller.IsBackground);
    }

    /// <exception cref="APITooManyRequestsException">The group is closed.</exception>
    internal async Task ExpectOpenAsync(SpotifyCall call, CancellationToken cancellationToken)
    {
        var client = await FreshAsync(call.Caller.ClientId, cancellationToken);
        Refuse(call, client.UseOf(call.Group, _clock.GetUtcNow()));
    }

    /// <summary>Counts the request that goes out now.</summary>
    /// <exception cref="APITooManyRequestsException">The group was closed meanwhile.</exception>
    internal void Take(SpotifyCall call) => Refuse(
        call,
        ClientOf(call).Take(call.Group, _options.LimitOf(call.Group, call.Caller.IsBackground), _clock.GetUtcNow()));

    internal void CountAgain(SpotifyCall call) => ClientOf(call).Count(call.Group, _clock.GetUtcNow());

    /// <summary>Spotify refused the group; without a time of Spotify's it is an hour, twice as long each time in a row.</summary>
    internal async Task BlockAsync(SpotifyCall call, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        var (client, now) = (ClientOf(call), _clock.GetUtcNow());
        var use = client.UseOf(call.Group, now);
        if (retryAfter is null && use.IsBlocked(now)) return; // others who asked at the same time were refused for the same reason
        var until = now + (retryAfter ?? GuessOf(use.Opened));
        client.Block(call.Group, until, retryAfter is null, now);
        _log.SpotifyGroupClosed(call.Group, until);
        await TryAsync(
            () => _store.BlockAsync(call.Caller.ClientId, call.Group, DayOf(now), until, retryAfter is null, cancellationToken),
            cancellationToken);
    }

    /// <summary>The group answers, so the next guess begins with an hour again.</summary>
    internal async Task ForgiveAsync(SpotifyCall call, CancellationToken cancellationToken)
    {
        var (client, now) = (ClientOf(call), _clock.GetUtcNow());
        var use = client.UseOf(call.Group, now);
        if (use.Opened == 0 || use.IsBlocked(now)) return;
        client.Forgive(call.Group, now);
        await TryAsync(() => _store.ForgiveAsync(call.Caller.ClientId, call.Group, cancellationToken), cancellationToken);
    }

    /// <summary>Writes what was asked since, and reads what others asked.</summary>
    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (clientId, client) in _clients) await FlushAsync(clientId, client, cancellationToken);
    }

    private static TimeSpan GuessOf(int opened) =>
        TimeSpan.FromTicks(Math.Min(FirstGuess.Ticks << Math.Min(opened, 5), LongestGuess.Ticks));

    private void Refuse(SpotifyCall call, BudgetUse use)
    {
        var now = _clock.GetUtcNow();
        var limit = _options.LimitOf(call.Group, call.Caller.IsBackground);
        if (use.IsBlocked(now)) throw APITooManyRequestsException.Closed(call.Name, use.BlockedUntil!.Value - now);
        if (use.Used >= limit) throw APITooManyRequestsException.Spent(call.Name, call.Group, limit, UntilTomorrow(now));
    }

    private static TimeSpan UntilTomorrow(DateTimeOffset now) => now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;

    private ClientBudget ClientOf(SpotifyCall call) => _clients.GetOrAdd(call.Caller.ClientId, static _ => new ClientBudget());

    private async Task<ClientBudget> FreshAsync(string clientId, CancellationToken cancellationToken)
    {
        var client = _clients.GetOrAdd(clientId, static _ => new ClientBudget());
        if (client.ReadAt is not { } read || _clock.GetUtcNow() - read > Freshness) await FlushAsync(clientId, client, cancellationToken);
        return client;
    }

    private async Task FlushAsync(string clientId, ClientBudget client, CancellationToken cancellationToken)
    {
        var before = client.ReadAt;
        await client.Turn.WaitAsync(cancellationToken);
        try
        {
            if (client.ReadAt != before) return; // another caller has just done it
            await WriteAsync(clientId, client);
        }
        finally
        {
            client.Turn.Release();
        }
    }

    /// <summary>A caller's cancellation does not end it, because then it would be unknown whether the count was written.</summary>
    private async Task WriteAsync(string clientId, ClientBudget client)
    {
        var now = _clock.GetUtcNow();
        var asked = client.StartWriting(now);
        var isWritten = await TryAsync(
            async () => client.EndWriting(await _store.AddAsync(clientId, DayOf(now), asked, CancellationToken.None), now),
            CancellationToken.None);
        if (!isWritten) client.FailWriting(now);
    }

    /// <summary>A store that is away does not stop what can be asked; this process goes on with what it knows.</summary>
    private async Task<bool> TryAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            _log.SpotifyBudgetsUnwritten(failure.Message);
            return false;
        }
    }
}
