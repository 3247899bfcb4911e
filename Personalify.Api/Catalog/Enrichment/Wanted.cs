using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Catalog.Enrichment;

/// <summary>What Spotify can be asked for, in the words of the tables.</summary>
internal enum WantedKind { Track, Album, Artist }

internal static class WantedKinds
{
    public static readonly WantedKind[] All = Enum.GetValues<WantedKind>();

    public static string Word(this WantedKind kind) => kind.ToString().ToUpperInvariant();

    public static QuotaGroup Group(this WantedKind kind) => kind switch
    {
        WantedKind.Track => QuotaGroup.CatalogueTracks,
        WantedKind.Album => QuotaGroup.CatalogueAlbums,
        _ => QuotaGroup.CatalogueArtists,
    };
}

/// <summary>One entry of a listener's part of the queue.</summary>
internal sealed record Wanted(int UserId, WantedKind Kind, string SpotifyId);

/// <summary>A connected listener in the order of turns.</summary>
internal sealed record ListenerTurn(int UserId, string ClientId, DateTimeOffset? RefreshedAt);
