namespace Personalify.Domain.Catalog;

/// <summary>
/// The id of an artist, album or track of a listener's catalogue, or of one of their imports: the listener in the upper 32 bits, the
/// number within the listener's
/// catalogue in the lower 32. So the id says whose entry it is, and nothing about how much others have.
/// </summary>
public static class CatalogId
{
    /// <summary>The id of a listener's entry.</summary>
    /// <param name="listener">The id of the user whose catalogue holds the entry.</param>
    /// <param name="number">The entry's number in that catalogue, from 1.</param>
    public static long Of(int listener, int number) => ((long)listener << 32) | (uint)number;

    /// <summary>The user whose catalogue holds the entry. An id that <see cref="Of"/> did not make gives the id of no user.</summary>
    public static int ListenerOf(long id) => (int)(id >> 32);

    /// <summary>The entry's number in that catalogue.</summary>
    public static int NumberOf(long id) => (int)id;

    /// <summary>
    /// The entry's number in the catalogue of this listener; <c>null</c> for another listener's entry, and for what is none.
    /// </summary>
    public static int? NumberFor(int listener, long id) => ListenerOf(id) == listener && NumberOf(id) > 0 ? NumberOf(id) : null;
}
