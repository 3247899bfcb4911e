using Personalify.FakeSpotify.Accounts;
using Personalify.FakeSpotify.Api;
using Personalify.FakeSpotify.Faults;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify;

/// <summary>Everything that the fake knows: one for each server.</summary>
public sealed class FakeWorld
{
    public FakeWorld(FakeSpotifyOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        Catalogue = InventedCatalogue.Shared;
        Listeners = FakeListener.InventAll(Catalogue, options.MoreListeners)
            .ToDictionary(listener => listener.Name, StringComparer.Ordinal);
        Grants = new Grants(clock);
        Requests = new RequestLog(clock);
        Quota = new QuotaBuckets(options, clock);
    }

    public FakeSpotifyOptions Options { get; }

    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public InventedCatalogue Catalogue { get; }

    public IReadOnlyDictionary<string, FakeListener> Listeners { get; }

    public Grants Grants { get; }

    public FaultScript Faults { get; } = new();

    public RequestLog Requests { get; }

    public QuotaBuckets Quota { get; }
}
