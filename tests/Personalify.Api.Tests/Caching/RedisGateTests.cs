using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Personalify.Api.Caching;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.Api.Tests.Caching;

public sealed class RedisGateTests : IAsyncLifetime
{
    private readonly TestRedisServer _redis = new();
    private RedisGate _gate = null!;

    public Task InitializeAsync()
    {
        _gate = _redis.OpenGate();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _gate.Dispose();
        await _redis.DisposeAsync();
    }

    [StoreFact]
    public async Task The_first_call_finds_a_server_that_is_there()
    {
        await _redis.StartAsync();
        using var gate = _redis.OpenPatientGate();
        Assert.True(await gate.PingAsync(default));
    }

    [StoreFact]
    public async Task Without_a_server_every_call_falls_back_and_a_server_that_comes_is_found()
    {
        Assert.False(await _gate.PingAsync(default));
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(() => _gate.PingAsync(default), "the gate has found the server");
    }

    [StoreFact]
    public async Task A_hung_server_costs_a_few_bounded_calls_and_then_none()
    {
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(() => _gate.PingAsync(default), "the gate has found the server");
        _redis.Server.Process.Freeze();
        var slow = await CountCallsLongerThanAsync(RedisGate.CallLimit / 2, calls: 200);
        Assert.InRange(slow, 1, 5);
        _redis.Server.Process.Thaw();
        await Eventually.IsTrueAsync(() => _gate.PingAsync(default), "the gate has noticed that the server answers again");
    }

    [StoreFact]
    public async Task All_calls_of_one_request_wait_for_a_hung_server_a_quarter_of_a_second_at_most()
    {
        await _redis.StartAsync();
        var clock = TestClock.At("2026-03-01T12:00:00Z");
        using var gate = new RedisGate(RedisOptions.Parse(_redis.ConnectionString), clock, NullLogger<RedisGate>.Instance);
        Assert.True(await gate.PingAsync(default));
        _redis.Server.Process.Freeze();
        var waited = TimeSpan.Zero;
        for (var call = 0; call < RedisGate.FailuresToOpen; call++)
        {
            var (limit, ping) = (call == 0 ? RedisGate.CallLimit : RedisGate.InDoubt, gate.PingAsync(default));
            clock.Advance(limit - TimeSpan.FromMilliseconds(1));
            Assert.False(ping.IsCompleted);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.False(await ping);
            waited += limit;
        }

        Assert.True(gate.PingAsync(default).IsCompletedSuccessfully); // No caller waits any more.
        Assert.Equal(RedisGate.CallLimit, gate.LongestWait);
        Assert.InRange(waited, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    }

    [StoreFact]
    public async Task A_killed_server_is_used_again_when_it_is_back()
    {
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(() => _gate.PingAsync(default), "the gate has found the server");
        await _redis.KillAsync();
        var slow = await CountCallsLongerThanAsync(RedisGate.CallLimit * 2, calls: 200);
        Assert.Equal(0, slow);
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(() => _gate.PingAsync(default), "the gate has found the server again");
    }

    [StoreFact]
    public async Task A_callers_cancellation_is_the_callers_and_no_failure_of_Redis()
    {
        await _redis.StartAsync();
        using var gate = _redis.OpenPatientGate();
        Assert.True(await gate.PingAsync(default));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.CallAsync(_ => new TaskCompletionSource<int>().Task, 0, gone.Token));
        Assert.True(await gate.PingAsync(default));
    }

    [StoreFact]
    public async Task A_server_that_is_away_is_reported_once()
    {
        await _redis.StartAsync();
        var log = new GateLog();
        using var gate = new RedisGate(RedisOptions.Parse(_redis.ConnectionString), TimeProvider.System, log);
        await Eventually.IsTrueAsync(() => gate.PingAsync(default), "the gate has found the server");
        _redis.Server.Process.Freeze();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => gate.PingAsync(default)));
        for (var call = 0; call < 50; call++) Assert.False(await gate.PingAsync(default));
        Assert.Single(log.Messages, message => message.StartsWith("Redis failed", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_user_with_a_name_of_its_own_signs_in()
    {
        await _redis.StartAsync();
        using var administrator = _redis.OpenPatientGate();
        await administrator.CallAsync(
            database => database.ExecuteAsync(
                "ACL", "SETUSER", "personalify", "on", ">a-password-of-its-own", "~personalify:*", "&*", "+@all"),
            RedisResult.Create(RedisValue.Null), default);
        using var gate = new RedisGate(
            RedisOptions.Parse(_redis.ConnectionStringOf("personalify", "a-password-of-its-own")),
            TestClock.At("2026-03-01T12:00:00Z"), NullLogger<RedisGate>.Instance);
        Assert.Equal(
            "personalify", await gate.CallAsync(async database => (string?)await database.ExecuteAsync("ACL", "WHOAMI"), null, default));
    }

    [Theory]
    [InlineData("127.0.0.1:6379,protocol=resp9,password=secret")]
    [InlineData("127.0.0.1:6379,tries=many,password=secret")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_its_secret(string connectionString)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => RedisOptions.Parse(connectionString));
        Assert.Contains("ConnectionStrings:Redis cannot be read", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class GateLog : ILogger<RedisGate>
    {
        public ConcurrentQueue<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Enqueue(formatter(state, exception));
    }

    private async Task<int> CountCallsLongerThanAsync(TimeSpan limit, int calls)
    {
        var slow = 0;
        for (var call = 0; call < calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            Assert.False(await _gate.PingAsync(default));
            if (Stopwatch.GetElapsedTime(started) > limit) slow++;
        }

        return slow;
    }
}
