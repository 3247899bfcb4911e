using Personalify.Api.Access;
using Personalify.Api.Errors;

namespace Personalify.Api.Tops;

[QueryType]
public static class CacheQueries
{
    [Authorize(Policies.Administrator)]
    [GraphQLDescription("The cache in Redis: its size, what is in it, and how often it had what was asked for. Administrators only.")]
    public static async Task<CacheReport?> GetCacheAsync(CacheAdmin cache, CancellationToken cancellationToken) =>
        await cache.ReportAsync(cancellationToken);
}

[MutationType]
public static class CacheMutations
{
    [Authorize(Policies.Administrator)]
    [Error<NotAllowedError>]
    [UseMutationConvention(PayloadFieldName = "cleared")]
    [GraphQLDescription("Removes what the cache has below a prefix; it is read again from where it came. Administrators only.")]
    public static Task<FieldResult<ClearedCache, InvalidInputError, CacheAwayError>> ClearCacheAsync(
        [GraphQLDescription(
            "What the keys begin with: top:, artist:, album: or track:, the last three with spotify_ before them too, or more of a key.")]
        string prefix,
        CacheAdmin cache, CancellationToken cancellationToken) =>
        cache.ClearAsync(prefix, cancellationToken);
}
