using System.Text.Json;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>Reads entities as they are stored in Redis, without a serializer.</summary>
internal static class EntityJson
{
    public static Named Named(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (id, name) = (0, "");
        reader.Read();
        while (NextProperty(ref reader))
        {
            if (Takes(ref reader, "id"u8)) id = reader.GetInt32();
            else if (Takes(ref reader, "name"u8) || Takes(ref reader, "displayName"u8)) name = reader.GetString()!;
            else reader.Skip();
        }

        return new Named(id, name);
    }

    public static Track Track(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (id, name, popularity, album) = (0, "", 0, 0);
        int[] artists = [];
        reader.Read();
        while (NextProperty(ref reader))
        {
            if (Takes(ref reader, "id"u8)) id = reader.GetInt32();
            else if (Takes(ref reader, "name"u8)) name = reader.GetString()!;
            else if (Takes(ref reader, "popularity"u8)) popularity = reader.GetInt32();
            else if (Takes(ref reader, "albumId"u8)) album = reader.GetInt32();
            else if (Takes(ref reader, "artistIds"u8)) artists = Numbers(ref reader);
            else reader.Skip();
        }

        return new Track(id, name, popularity) { AlbumId = album, ArtistIds = artists };
    }

    public static Artist Artist(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Artist(ref reader);
    }

    public static TopIds Top(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        int[] tracks = [], artists = [];
        reader.Read();
        while (NextProperty(ref reader))
        {
            if (Takes(ref reader, "trackIds"u8)) tracks = Numbers(ref reader);
            else if (Takes(ref reader, "artistIds"u8)) artists = Numbers(ref reader);
            else reader.Skip();
        }

        return new TopIds(tracks, artists);
    }

    public static Artist Artist(ref Utf8JsonReader reader)
    {
        var (id, name) = (0, "");
        string[] genres = [];
        while (NextProperty(ref reader))
        {
            if (Takes(ref reader, "id"u8)) id = reader.GetInt32();
            else if (Takes(ref reader, "name"u8)) name = reader.GetString()!;
            else if (Takes(ref reader, "genres"u8)) genres = Texts(ref reader);
            else reader.Skip();
        }

        return new Artist(id, name, genres);
    }

    public static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the property has the name; the reader stands on its value then.</summary>
    public static bool Takes(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name) && reader.Read();

    private static int[] Numbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<int>(50);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) numbers.Add(reader.GetInt32());
        return [.. numbers];
    }

    private static string[] Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>(3);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) texts.Add(reader.GetString()!);
        return [.. texts];
    }
}
