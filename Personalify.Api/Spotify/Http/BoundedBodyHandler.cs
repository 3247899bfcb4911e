namespace Personalify.Api.Spotify.Http;

/// <summary>
/// Reads a body within the try that asked for it, so that timeouts and further tries hold for bodies too, and never more of it than
/// allowed. Of an error only the beginning counts.
/// </summary>
internal sealed class BoundedBodyHandler(int limit) : DelegatingHandler
{
    public const int ErrorLimit = 64 << 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await ReplaceBodyAsync(response, cancellationToken);
            return response;
        }
        catch (IOException e)
        {
            response.Dispose();
            throw new HttpRequestException("The answer broke off.", e);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task ReplaceBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var original = response.Content;
        var (body, isWhole) = await ReadAsync(original, response.IsSuccessStatusCode ? limit : ErrorLimit, cancellationToken);
        if (response.IsSuccessStatusCode && !isWhole) throw TooLarge();
        var content = new ByteArrayContent(body);
        if (original.Headers.ContentType is { } type) content.Headers.ContentType = type;
        response.Content = content;
    }

    private static async Task<(byte[] Body, bool IsWhole)> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var source = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 << 10];
        while (await source.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            var room = limit - (int)buffer.Length;
            buffer.Write(chunk, 0, Math.Min(read, room));
            if (read > room) return (buffer.ToArray(), IsWhole: false);
        }

        return (buffer.ToArray(), IsWhole: true);
    }

    private HttpRequestException TooLarge() => new("The answer is larger than allowed.", new BodyTooLargeException(limit));
}

/// <summary>Trying again does not help, so it is told apart from answers that broke off.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception
{
    public int Limit => limit;
}
