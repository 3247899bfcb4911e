using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personalify.FakeSpotify.Faults;

internal sealed class FaultInjection(RequestDelegate next, FakeWorld world)
{
    private readonly TimeProvider _clock = world.Clock;

    public async Task InvokeAsync(HttpContext http)
    {
        var isControl = http.Request.Path.StartsWithSegments("/fake", StringComparison.Ordinal);
        if (isControl || world.Faults.Take(http.Request.Path.Value!) is not { } fault)
        {
            await next(http);
            return;
        }

        if (fault.Delay > TimeSpan.Zero) await Task.Delay(fault.Delay, _clock).WaitAsync(http.RequestAborted);
        if (fault.Hangs) await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        else if (fault.Status is not null) await AnswerAsync(http, fault);
        else if (fault.ChangesBody) await ChangeAsync(http, fault);
        else await next(http);
    }

    private static async Task AnswerAsync(HttpContext http, Fault fault)
    {
        http.Response.StatusCode = fault.Status!.Value;
        foreach (var (name, value) in fault.Headers) http.Response.Headers[name] = value;
        if (fault.Body.Length == 0) return;
        http.Response.ContentType = fault.ContentType;
        await http.Response.WriteAsync(fault.Body);
    }

    private async Task ChangeAsync(HttpContext http, Fault fault)
    {
        var real = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        await next(http);
        http.Response.Body = real;
        var body = Changed(kept.ToArray(), fault);
        http.Response.ContentLength = body.Length;
        if (!fault.IsCut)
        {
            await real.WriteAsync(body);
            return;
        }

        await real.WriteAsync(body.AsMemory(0, body.Length / 2));
        await real.FlushAsync();
        http.Abort();
    }

    private static byte[] Changed(byte[] body, Fault fault)
    {
        if (body.Length == 0 || JsonNode.Parse(body) is not { } root) return body;
        Change(root, fault);
        return Encoding.UTF8.GetBytes(root.ToJsonString(JsonSerializerOptions.Web));
    }

    private static void Change(JsonNode? node, Fault fault)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Change(item, fault);
        }

        if (node is not JsonObject parent) return;
        foreach (var (name, value) in parent.ToArray())
        {
            Change(value, fault);
            if (fault.Nulls.Contains(name)) parent[name] = null;
            if (fault.Missing.Contains(name)) parent.Remove(name);
            if (fault.Renamed.TryGetValue(name, out var other) && parent.Remove(name)) parent[other] = value;
        }
    }
}
