using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.DevStack.Tests;

public sealed class RedisServerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [StoreFact]
    public async Task It_serves_who_knows_the_password_and_writes_nothing_to_the_disk()
    {
        await using var server = await RedisServer.StartAsync(FreePort.Next(), _folder["redis.log"]);
        using var client = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString(database: 3));
        await client.GetDatabase().StringSetAsync("key", "value");
        Assert.Equal("value", await client.GetDatabase().StringGetAsync("key"));
        Assert.Equal(["redis.log"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},connectRetry=1,connectTimeout=2000"));
    }

    [StoreFact]
    public async Task It_stops_and_lets_go_of_its_port()
    {
        var server = await RedisServer.StartAsync(FreePort.Next(), _folder["redis.log"]);
        await server.DisposeAsync();
        Assert.True(FreePort.IsFree(server.Port));
    }

    public void Dispose() => _folder.Dispose();
}
