using Microsoft.Extensions.Logging.Abstractions;
using Personalify.Api.Caching;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Caching;

/// <summary>A Redis of one test's own, to freeze, kill and start again.</summary>
internal sealed class TestRedisServer : IAsyncDisposable
{
    private const string Password = "known-to-the-test";
    private readonly string _folder = Directory.CreateTempSubdirectory("personalify-redis-").FullName;
    private readonly int _port = FreePort.Next();
    private RedisServer? _server;

    public RedisServer Server => _server ?? throw new InvalidOperationException("The server was not started.");

    public string ConnectionString => $"127.0.0.1:{_port},password={Password}";

    public string ConnectionStringOf(string user, string password) => $"127.0.0.1:{_port},user={user},password={password}";

    /// <summary>A gate whose limits are real.</summary>
    public RedisGate OpenGate() => OpenGate(TimeProvider.System);

    /// <summary>A gate that waits as long as a busy machine takes, for tests that are not about a Redis that is away.</summary>
    public RedisGate OpenPatientGate() => OpenGate(TestClock.At("2026-03-01T12:00:00Z"));

    public async Task StartAsync() => _server = await RedisServer.StartAsync(_port, Path.Combine(_folder, "redis.log"), password: Password);

    public async Task KillAsync()
    {
        Server.Process.Kill();
        await Server.Process.Exited;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Process.Thaw();
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private RedisGate OpenGate(TimeProvider time) => new(RedisOptions.Parse(ConnectionString), time, NullLogger<RedisGate>.Instance);
}
