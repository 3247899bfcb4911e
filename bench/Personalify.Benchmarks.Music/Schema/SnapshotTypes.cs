using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL;

namespace Personalify.Benchmarks.Music.Schema;

public sealed record SnapshotName(string Name);

[ObjectType<Snapshot>(IgnoreProperties = [nameof(Snapshot.Tracks), nameof(Snapshot.Artists)])]
internal static class SnapshotType
{
    public static IReadOnlyList<SnapshotTrack> GetTopTracks([Parent] Snapshot snapshot) => snapshot.Tracks;

    public static IReadOnlyList<Artist> GetTopArtists([Parent] Snapshot snapshot) => snapshot.Artists;
}

[ObjectType<SnapshotTrack>]
internal static class SnapshotTrackType
{
    public static SnapshotName GetAlbum([Parent] SnapshotTrack track) => new(track.Album);

    public static IEnumerable<SnapshotName> GetArtists([Parent] SnapshotTrack track) => track.Artists.Select(name => new SnapshotName(name));
}
