using Personalify.Web.Api;

namespace Personalify.Web.Pages.Settings;

/// <summary>The cache in Redis, for who administers this server.</summary>
public sealed record CacheState(
    bool IsAvailable, long Keys, long Bytes, IReadOnlyList<CachedPrefix> Prefixes, bool IsComplete, long Hits, long Misses,
        double? HitRate);

/// <summary>Keys that begin alike.</summary>
public sealed record CachedPrefix(string Prefix, long Keys, long Bytes)
{
    private static readonly string[] Clearable = ["top:", "artist:", "album:", "track:", "spotify_artist:", "spotify_album:",
        "spotify_track:"];

    /// <summary>Whether all of it can be read again from where it came; topics, documents and locks are not touched.</summary>
    public bool IsClearable => Clearable.Contains(Prefix);
}

public sealed record ClearCacheVariables(ClearCacheInput Input);

public sealed record ClearCacheInput(string Prefix);

public sealed record ClearCacheData(ClearCachePayload ClearCache)
{
    public static readonly GraphQLOperation<ClearCacheVariables, ClearCacheData> Operation = new("Settings/ClearCache");
}

public sealed record ClearCachePayload(ClearedCache? Cleared, IReadOnlyList<MutationError>? Errors);

public sealed record ClearedCache(long Keys, bool IsComplete);
