using System.Text.Json;
using Personalify.Benchmarks.Peers;
using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Benchmarks;

/// <summary>
/// A signed-in listener's top list from Redis, by the load tool: the whole Api against the bare endpoint, which finds the Api's answer
/// below a key of its own. Round by round, so that a machine that slows down slows both.
/// </summary>
internal sealed class SpotifyServing(ApiUnderTest api)
{
    public const string AnswerKey = "bench:answer";
    private const int Connections = 32;
    private const int Rounds = 5;
    private const double WarmUpSeconds = 10;
    private const double Seconds = 4;
    private const double Goal = 0.65;

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var (bodies, address) = (await WriteBodyAsync(api, cancellationToken), new Uri(api.Process.Address, "graphql"));
        var answer = await AnswerAsync(api.Client, address, cancellationToken);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(api.Redis.ConnectionString());
        await redis.GetDatabase().StringSetAsync(AnswerKey, answer);
        await using var bare = await RedisEndpoint.StartAsync(api.Redis.ConnectionString(), AnswerKey, api.Folder, cancellationToken);
        await CheckAsync(bare, answer, cancellationToken);
        List<(Loaded Bare, Loaded Ours)> rounds = [];
        foreach (var where in (Uri[])[bare.Address, address])
            await LoadTool.RunAsync(where, bodies, Connections, WarmUpSeconds, cancellationToken, Authorization(api));
        for (var round = 0; round < Rounds; round++) rounds.Add((await LoadAsync(bare, bare.Address), await LoadAsync(api.Process,
            address)));
        foreach (var (of, ours) in rounds) await progress.WriteLineAsync($"endpoint {of.Result}   GraphQL {ours.Result}");
        return Figures(rounds, answer.Length);

        async Task<Loaded> LoadAsync(AppProcess server, Uri where)
        {
            using var process = System.Diagnostics.Process.GetProcessById(server.Process.Id);
            var before = process.TotalProcessorTime;
            var result = await LoadTool.RunAsync(where, bodies, Connections, Seconds, cancellationToken, Authorization(api));
            process.Refresh();
            return new Loaded(result, (process.TotalProcessorTime - before).TotalMicroseconds / result.Requests);
        }
    }

    /// <summary>The file with the one body that the load tool sends.</summary>
    public static async Task<string> WriteBodyAsync(ApiUnderTest api, CancellationToken cancellationToken)
    {
        var file = Path.Combine(api.Folder, "tops.jsonl");
        await File.WriteAllTextAsync(file, Body + "\n", cancellationToken);
        return file;
    }

    public static async Task<byte[]> AnswerAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        using var body = new StringContent(Body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.AsSpan().IndexOf("\"errors\""u8) < 0
            ? answer
            : throw new DevStackException(System.Text.Encoding.UTF8.GetString(answer));
    }

    public static string Authorization(ApiUnderTest api) => api.Client.DefaultRequestHeaders.Authorization!.ToString();

    private static string Body => JsonSerializer.Serialize(new { query = SpotifyMeasure.Query });

    private static async Task CheckAsync(AppProcess bare, byte[] answer, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var bytes = await client.GetByteArrayAsync(bare.Address, cancellationToken);
        if (!answer.AsSpan().SequenceEqual(bytes))
            throw new DevStackException("The bare endpoint does not give the bytes that GraphQL answers.");
    }

    private static IReadOnlyList<Figure> Figures(IReadOnlyList<(Loaded Bare, Loaded Ours)> rounds, int bytes) =>
    [
        new("top list from Redis: the answer", bytes / 1024d, "KB"),
        new("top list from Redis: bare endpoint", Median(rounds.Select(round => round.Bare.Result.PerSecond)), "/s"),
        new("top list from Redis: GraphQL against the bare endpoint", Median(rounds.Select(round =>
            round.Ours.Result.PerSecond / round.Bare.Result.PerSecond)), "×")
        {
            AtLeast = Goal,
        },
        new("top list from Redis: processor time of the bare endpoint for one answer", Median(rounds.Select(round =>
            round.Bare.Processor)), "µs"),
        new("top list from Redis: processor time of the Api for one answer", Median(rounds.Select(round => round.Ours.Processor)), "µs"),
        new("top list from Redis: p99 of GraphQL", Median(rounds.Select(round => round.Ours.Result.P99 / 1000d)), "ms"),
    ];

    /// <param name="Result">As the load tool saw it.</param>
    /// <param name="Processor">Microseconds of the server's process for one answer, which other work of the machine distorts less.</param>
    private sealed record Loaded(LoadResult Result, double Processor);

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
