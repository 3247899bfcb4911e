using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Personalify.DevStack;

namespace Personalify.Benchmarks.Peers;

/// <summary>Nothing is compared that does not say the same: every server answers every request body like the endpoint by hand.</summary>
internal static class SameAnswers
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static async Task CheckAsync(Operation operation, RunningContender byHand, IEnumerable<RunningContender> contenders, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        foreach (var body in operation.Bodies())
        {
            var expected = await AskAsync(client, byHand.At(operation.Bound), body, cancellationToken);
            foreach (var path in operation.OtherBounds) Compare(expected, await AskAsync(client, byHand.At(path), body, cancellationToken), path, body);
            foreach (var contender in contenders) Compare(expected, await AskAsync(client, contender.GraphQL, body, cancellationToken), contender.Name, body);
        }
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string who, string body)
    {
        if (!JsonNode.DeepEquals(expected, actual)) throw new DevStackException($"{who} answers {body} with {actual?.ToJsonString()}, which should be {expected?.ToJsonString()}");
    }

    private static async Task<JsonNode?> AskAsync(HttpClient client, Uri address, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Json) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, cancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
    }
}
