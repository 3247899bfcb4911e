namespace Personalify.GraphQL.Types;

/// <summary>
/// A position that failed. Becomes an error when the response is written, unless an ancestor is null by then. A resolver of a list may
/// return it in place of an item, which then costs the others nothing.
/// </summary>
internal sealed record FieldFailure(Exception Exception)
{
    /// <summary>Awaits one of many items. What is wrong with it is its own matter, but a request that was given up is everybody's.</summary>
    public static async Task<object?> CatchAsync(ValueTask<object?> item, CancellationToken aborted)
    {
        try
        {
            return await item.ConfigureAwait(false);
        }
        catch (Exception error) when (!aborted.IsCancellationRequested)
        {
            return new FieldFailure(error);
        }
    }
}
