using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Personalify.Web.Hosting;

namespace Personalify.Web.Covers;

/// <summary>
/// Spotify's artwork on this machine's disk: fetched once, however many pages show it, and kept within a limit. A browser never asks
/// another
/// host, so Spotify learns nothing of who looks at what.
/// </summary>
public sealed class CoverCache(
    IHttpClientFactory clients, CoverFiles files, IOptions<CoverOptions> options, ILogger<CoverCache> log) : IDisposable
{
    public const string ClientName = "covers";

    private readonly ConcurrentDictionary<CoverId, Task<Cover?>> _fetches = new();
    private readonly SemaphoreSlim _turns = new(options.Value.MaxConcurrency);

    /// <summary>The image, or null where there is none that can be shown.</summary>
    public async Task<Cover?> FindAsync(CoverId id, CancellationToken cancellationToken)
    {
        if (files.Find(id) is { } kept) return kept;
        var fetch = _fetches.GetOrAdd(id, FetchOnceAsync);
        return await fetch.WaitAsync(cancellationToken);
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>One fetch for all who wait for it; none of them can cancel it for the others.</summary>
    private async Task<Cover?> FetchOnceAsync(CoverId id)
    {
        await Task.Yield();
        try
        {
            await _turns.WaitAsync();
            try
            {
                return files.Find(id) ?? await FetchAsync(id);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            _fetches.TryRemove(id, out _);
        }
    }

    private async Task<Cover?> FetchAsync(CoverId id)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout);
        try
        {
            using var http = clients.CreateClient(ClientName);
            using var response = await http.GetAsync(
                new Uri(options.Value.Source, id.Value), HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            if (!response.IsSuccessStatusCode) return Missing(id, $"status {(int)response.StatusCode}");
            var image = await ReadAsync(response, timeout.Token);
            return image is null ? Missing(id, "no image, or a larger one than is kept") : files.Keep(id, image);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return Missing(id, failure.GetType().Name);
        }
    }

    private async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxImageBytes;
        if (response.Content.Headers.ContentLength > most) return null;
        var buffer = new byte[most + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= most && Cover.TypeOf(buffer.AsSpan(0, length)) is not null ? buffer[..length] : null;
    }

    private Cover? Missing(CoverId id, string reason)
    {
        log.CoverMissing(id, reason);
        return null;
    }
}
