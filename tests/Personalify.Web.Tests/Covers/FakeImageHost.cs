using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Personalify.Web.Tests.Covers;

/// <summary>Stands in for Spotify's host of images: what it has is a JPEG of some length, and it counts who asks.</summary>
public sealed class FakeImageHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private FakeImageHost(WebApplication app) => _app = app;

    public Uri Url => new($"{_app.Urls.First()}/image/");

    public int Requests => _requests;

    /// <summary>What an image's name is answered with.</summary>
    public Func<string, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Image(1_000));

    public static async Task<FakeImageHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new FakeImageHost(builder.Build());
        host._app.MapGet("/image/{id}", (string id) =>
        {
            Interlocked.Increment(ref host._requests);
            return host.Answer(id);
        });
        await host._app.StartAsync();
        return host;
    }

    public static IResult Image(int bytes)
    {
        var image = new byte[bytes];
        ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(image);
        return Results.Bytes(image, "image/jpeg");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
