using Personalify.Api.Catalog;
using Personalify.Api.Imports.Reading;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.Plays;

/// <summary>
/// Asks Spotify for the recent plays: one request, since Spotify keeps fifty and one answer holds fifty. It asks from a month before the
/// last play that it knows, which is as late as a device may report what it played offline; a play that turns up afterwards is therefore
/// found.
/// </summary>
internal sealed class RecentPlays(PolledPlayStore store, PolledPlayMerge merge, SpotifyCatalog catalog, TimeProvider clock) : ISyncPart
{
    public SyncPart Part => SyncPart.RecentPlays;

    public IReadOnlyList<string> Scopes { get; } = [Spotify.Scopes.UserReadRecentlyPlayed];

    public async Task<SyncPartResult> RunAsync(SyncContext context, CancellationToken cancellationToken)
    {
        var after = await store.FindLastAsync(context.Connection, cancellationToken) - OfflineTime.LongestWait;
        var askedAt = clock.GetUtcNow();
        var page = await context.Client.Player.GetRecentlyPlayed(after, cancellationToken: cancellationToken);
        var answer = PolledAnswer.Read(page, askedAt);
        context.Fetched(answer.Plays.Count);
        return new SyncPartResult(answer.Plays.Count, await KeepAsync(context, answer, cancellationToken), Removed: 0)
        {
            Note = answer.Unreadable == 0
                ? null
                : $"Recent plays that Spotify told without their track or time, and that could not be kept: {answer.Unreadable}.",
        };
    }

    /// <summary>Most answers hold nothing new, which costs one look.</summary>
    private async Task<int> KeepAsync(SyncContext context, PolledAnswer answer, CancellationToken cancellationToken)
    {
        var added = await store.FindNewAsync(context.UserId, answer.Plays, cancellationToken);
        if (added.Count == 0) return 0;
        await catalog.KeepAsync([.. added.Select(play => play.Track)], cancellationToken);
        return await merge.RunAsync(context.Connection, answer, cancellationToken);
    }
}
