namespace Personalify.Api.Tops;

[GraphQLDescription("The cache in Redis, as it is at the moment.")]
public sealed record CacheReport(
    [property: GraphQLDescription("Whether Redis answers.")] bool IsAvailable,
    [property: GraphQLDescription("How many keys the database of this server has.")] long Keys,
    [property: GraphQLDescription("Bytes that the counted keys take.")] long Bytes,
    [property: GraphQLDescription("Keys of this server by the part before the first colon, most first.")] IReadOnlyList<CachePrefix> Prefixes,
    [property: GraphQLDescription("Whether every key was counted; a very large cache is counted in part.")] bool IsComplete,
    [property: GraphQLDescription("Reads of top lists that found them, since this process began.")] long Hits,
    [property: GraphQLDescription("Reads of top lists that did not, since this process began.")] long Misses)
{
    [GraphQLDescription("Hits among all reads, 0 to 1; null before the first.")]
    public double? HitRate => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);
}

[GraphQLDescription("Keys of the cache that begin alike.")]
public sealed record CachePrefix(
    [property: GraphQLDescription("What they begin with, such as top:")] string Prefix,
    [property: GraphQLDescription("How many there are.")] long Keys,
    [property: GraphQLDescription("Bytes that they take; 0 where the server's user of Redis may not ask.")] long Bytes);

[GraphQLDescription("What clearing the cache did.")]
public sealed record ClearedCache(
    [property: GraphQLDescription("How many keys were removed.")] long Keys,
    [property: GraphQLDescription("Whether all that begin so are gone; otherwise ask again.")] bool IsComplete);

[GraphQLDescription("Redis does not answer; what it has ends with its time.")]
public sealed record CacheAwayError([property: GraphQLDescription(Errors.ErrorTexts.Message)] string Message);
