using System.Text.Json;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>Reads a dashboard that is stored whole.</summary>
internal static class SnapshotJson
{
    public static Snapshot Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var displayName = "";
        var tracks = new List<SnapshotTrack>(20);
        var artists = new List<Artist>(10);
        reader.Read();
        while (EntityJson.NextProperty(ref reader))
        {
            if (EntityJson.Takes(ref reader, "displayName"u8)) displayName = reader.GetString()!;
            else if (EntityJson.Takes(ref reader, "topTracks"u8)) ReadTracks(ref reader, tracks);
            else if (EntityJson.Takes(ref reader, "topArtists"u8)) ReadArtists(ref reader, artists);
            else reader.Skip();
        }

        return new Snapshot(displayName, [.. tracks], [.. artists]);
    }

    private static void ReadTracks(ref Utf8JsonReader reader, List<SnapshotTrack> tracks)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) tracks.Add(Track(ref reader));
    }

    private static void ReadArtists(ref Utf8JsonReader reader, List<Artist> artists)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) artists.Add(EntityJson.Artist(ref reader));
    }

    private static SnapshotTrack Track(ref Utf8JsonReader reader)
    {
        var (name, popularity, album) = ("", 0, "");
        string[] artists = [];
        while (EntityJson.NextProperty(ref reader))
        {
            if (EntityJson.Takes(ref reader, "name"u8)) name = reader.GetString()!;
            else if (EntityJson.Takes(ref reader, "popularity"u8)) popularity = reader.GetInt32();
            else if (EntityJson.Takes(ref reader, "album"u8)) album = Name(ref reader);
            else if (EntityJson.Takes(ref reader, "artists"u8)) artists = Names(ref reader);
            else reader.Skip();
        }

        return new SnapshotTrack(name, popularity, album, artists);
    }

    private static string[] Names(ref Utf8JsonReader reader)
    {
        var names = new List<string>(3);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) names.Add(Name(ref reader));
        return [.. names];
    }

    /// <summary>The one entry of an object, a name.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Read();
        var name = reader.GetString()!;
        reader.Read();
        return name;
    }
}
