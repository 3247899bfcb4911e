using System.Buffers;
using System.Text.Json;
using Personalify.Benchmarks.Music.Stores;

namespace Personalify.Benchmarks.Music.ByHand;

/// <summary>How the names below a track are found; a struct, so that nothing is called indirectly.</summary>
internal interface ITrackNames<T>
{
    (string Name, int Popularity) Of(T track);

    string Album(T track);

    void WriteArtists(T track, Utf8JsonWriter json);
}

internal readonly struct SnapshotTracks : ITrackNames<SnapshotTrack>
{
    public (string Name, int Popularity) Of(SnapshotTrack track) => (track.Name, track.Popularity);

    public string Album(SnapshotTrack track) => track.Album;

    public void WriteArtists(SnapshotTrack track, Utf8JsonWriter json)
    {
        foreach (var name in track.Artists) DashboardWriter.WriteName(json, name);
    }
}

/// <summary>Writes answers, field by field.</summary>
internal static class DashboardWriter
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _spare;

    public static Task WriteAsync<T, TNames>(HttpResponse response, string displayName, T[] tracks, TNames names, Artist[] artists)
        where TNames : struct, ITrackNames<T>
    {
        response.ContentType = ContentType;
        var json = Rent(response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("user"u8);
        json.WriteString("displayName"u8, displayName);
        json.WriteStartArray("topTracks"u8);
        foreach (var track in tracks) WriteTrack(json, track, names);
        json.WriteEndArray();
        json.WriteStartArray("topArtists"u8);
        foreach (var artist in artists) WriteArtist(json, artist);
        json.WriteEndArray();
        End(json, 3);
        return response.BodyWriter.FlushAsync().AsTask();
    }

    public static void WriteTracks(IBufferWriter<byte> output, KnownTrack[] tracks)
    {
        var json = Rent(output);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartArray("tracks"u8);
        foreach (var track in tracks) WriteTrack(json, track);
        json.WriteEndArray();
        End(json, 2);
    }

    public static void WriteName(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter json, KnownTrack track)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, track.Id);
        json.WriteString("name"u8, track.Name);
        json.WriteNumber("popularity"u8, track.Popularity);
        json.WritePropertyName("album"u8);
        WriteName(json, track.Album.Name);
        json.WriteStartArray("artists"u8);
        foreach (var artist in track.Artists)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, artist.Id);
            json.WriteString("name"u8, artist.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTrack<T, TNames>(Utf8JsonWriter json, T track, TNames names)
        where TNames : struct, ITrackNames<T>
    {
        var (name, popularity) = names.Of(track);
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteNumber("popularity"u8, popularity);
        json.WritePropertyName("album"u8);
        WriteName(json, names.Album(track));
        json.WriteStartArray("artists"u8);
        names.WriteArtists(track, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArtist(Utf8JsonWriter json, Artist artist)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, artist.Name);
        json.WriteStartArray("genres"u8);
        foreach (var genre in artist.Genres) json.WriteStringValue(genre);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var json = _spare ?? new Utf8JsonWriter(output, Options);
        if (_spare is not null) json.Reset(output);
        _spare = null;
        return json;
    }

    private static void End(Utf8JsonWriter json, int objects)
    {
        for (; objects > 0; objects--) json.WriteEndObject();
        json.Flush();
        _spare = json;
    }
}
