using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Personalify.Api.Caching;
using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Benchmarks;

/// <summary>
/// The bound of a cached answer, as a process of its own: terminal middleware of Kestrel that does one GET through the Api's client with
/// the Api's options, under the Api's settings of the runtime, and writes the bytes. Who asks is not looked at.
/// </summary>
internal static class RedisEndpoint
{
    public const string Verb = "redis-endpoint";
    public const string ContentType = "application/graphql-response+json; charset=utf-8";
    private const string RedisVariable = "ENDPOINT_REDIS";
    private const string KeyVariable = "ENDPOINT_KEY";

    public static Task<AppProcess> StartAsync(string redis, string key, string folder, CancellationToken cancellationToken) =>
        AppProcess.StartAsync(
        new AppOptions(
            "bare endpoint", "dotnet", [typeof(RedisEndpoint).Assembly.Location, Verb], new Uri($"http://127.0.0.1:{FreePort.Next()}"), "/",
            Path.Combine(folder, "endpoint.log"))
        {
            Environment = new Dictionary<string, string?>
            {
                [RedisVariable] = redis, [KeyVariable] = key, ["DOTNET_GCgen0size"] = "400000", ["DOTNET_gcServer"] = "0",
                ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
            },
        },
        cancellationToken);

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(RedisOptions.Parse(Variable(RedisVariable)));
        RedisKey key = Variable(KeyVariable);
        app.Run(async http =>
        {
            var value = (ReadOnlyMemory<byte>)await redis.GetDatabase().StringGetAsync(key);
            http.Response.ContentType = ContentType;
            http.Response.ContentLength = value.Length;
            await http.Response.Body.WriteAsync(value);
        });
        await app.RunAsync();
        return 0;
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set; this endpoint is started by its measure.");
}
