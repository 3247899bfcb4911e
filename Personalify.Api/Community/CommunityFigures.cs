using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Community;

/// <summary>Whether there are figures of the community for a listener to see.</summary>
public sealed class CommunityFigures(NodeBWatch watch, CommunityStore store, CommunityOptions options)
{
    public async Task<Community?> FindAsync(int viewer, CancellationToken cancellationToken)
    {
        var minimum = options.MinimumListeners;
        if (watch.Status.State == NodeBState.NotConfigured) return new Community(CommunityState.NotConfigured, minimum, null, false);
        var (asOf, isCounted, sums) = await store.GetSumsAsync(viewer, cancellationToken);
        return sums.Listeners < minimum
            ? new Community(CommunityState.TooFewListeners, minimum, asOf, isCounted)
            : new Community(CommunityState.Shown, minimum, asOf, isCounted) { Sums = sums };
    }
}
