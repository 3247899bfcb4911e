using Personalify.Api.Imports.Reading;
using Personalify.Api.Imports.Staging;
using Personalify.Api.Spotify.Models;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Sync.Plays;

/// <summary>One of the recent plays as Spotify told it, with the names under which exports would have it.</summary>
internal sealed record PolledPlay
{
    public required DateTime PlayedAt { get; init; }

    public required ItemNames Names { get; init; }

    /// <summary>The same title by the track's own first artist, which account data may name in the place of the album's.</summary>
    public required long ArtistNamesKey { get; init; }

    /// <summary>Null where Spotify did not tell it.</summary>
    public required int? DurationMs { get; init; }

    public required Context? Context { get; init; }

    public required FullTrack Track { get; init; }

    /// <summary>
    /// Null for what is no play of music: an entry without a track or a time, an episode, and a file without a name. An export names the
    /// album's artist, so that one comes first.
    /// </summary>
    public static PolledPlay? Read(PlayHistoryItem? item, DateTimeOffset askedAt)
    {
        if (item?.Track is not { Type: null or "track" } track || Time(item.PlayedAt, askedAt) is not { } playedAt) return null;
        var (id, name) = (track.Id is { Length: > 0 and <= 40 } known ? known : null, CatalogName.Display(track.Name ?? ""));
        if (id is null && name.Length == 0) return null;
        var (title, album, own) = (name.Length > 0 ? name : CatalogName.UnknownTrack, Shown(track.Album?.Name), First(track.Artists));
        var names = new ItemNames(PlayKind.Track, id, title, First(track.Album?.Artists) ?? own ?? CatalogName.UnknownArtist, album);
        return new PolledPlay
        {
            PlayedAt = playedAt, Names = names, Track = track, Context = item.Context,
            ArtistNamesKey = own is null ? names.NamesKey : CatalogName.PairKey(CatalogName.Key(own), names.NameKey),
            DurationMs = track.DurationMs is > 0 and var length ? length : null,
        };
    }

    /// <summary>A clock that is a day wrong is believed, here and in exports.</summary>
    private static DateTime? Time(DateTimeOffset? playedAt, DateTimeOffset askedAt) =>
        playedAt is { Year: >= 2006 } time && time <= askedAt.AddDays(1)
            ? time.UtcDateTime.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;

    private static string? First(IReadOnlyList<SimpleArtist?>? artists) =>
        artists?.Select(artist => Shown(artist?.Name)).FirstOrDefault(name => name is not null);

    private static string? Shown(string? name) => CatalogName.Display(name ?? "") is { Length: > 0 } shown ? shown : null;
}
