using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>
/// One part of a synchronization. A run calls its parts one after the other; a part that fails leaves what it had stored before as it was,
/// and the other parts run all the same. Running a part twice stores the same as running it once.
/// </summary>
public interface ISyncPart
{
    SyncPart Part { get; }

    /// <summary>What the listener must have granted; without, the part is left out and the run says so.</summary>
    IReadOnlyList<string> Scopes { get; }

    Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken);
}

/// <summary>For whom and on behalf of which run a part asks.</summary>
/// <param name="RunId">Of the run.</param>
/// <param name="Connection">Of the listener.</param>
/// <param name="Client">Asks in the listener's name.</param>
/// <param name="Fetched">Told how many entries have come so far, for those who follow the run.</param>
public sealed record SyncContext(Guid RunId, SpotifyConnection Connection, SpotifyClient Client, Action<int> Fetched)
{
    public int UserId => Connection.UserId;
}

/// <summary>What a part fetched and what that changed.</summary>
public sealed record SyncPartResult(int Fetched, int Added, int Removed)
{
    /// <summary>The lists that were fetched, which the history keeps.</summary>
    public IReadOnlyList<TopLists> Tops { get; init; } = [];

    /// <summary>What could not be had though the part as a whole succeeded, as a sentence for the listener.</summary>
    public string? Note { get; init; }
}
