using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personalify.Api.Catalog;

/// <summary>
/// How entities lie in the cache: the key, and the payload as one byte of version before the JSON. Raise the version when a record
/// changes its shape: what an older Api wrote is then a miss and not a wrong answer.
/// </summary>
public sealed class CatalogEntry<T>(string kind, JsonTypeInfo<T> json, Func<T, int> idOf)
    where T : class
{
    private const byte Version = 1;

    public string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");

    public int IdOf(T entity) => idOf(entity);

    public byte[] Write(T entity) => [Version, .. JsonSerializer.SerializeToUtf8Bytes(entity, json)];

    /// <summary>The entity, or null for what this version did not write.</summary>
    public T? Read(byte[]? payload)
    {
        if (payload is not [Version, ..]) return null;
        try
        {
            return JsonSerializer.Deserialize(payload.AsSpan(1), json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The kinds of entries: <c>artist:{id}</c>, <c>album:{id}</c>, <c>track:{id}</c>.</summary>
public static class CatalogEntries
{
    public static CatalogEntry<Artist> Artist { get; } = new("artist", CatalogJson.Default.Artist, artist => artist.Id);

    public static CatalogEntry<Album> Album { get; } = new("album", CatalogJson.Default.Album, album => album.Id);

    public static CatalogEntry<Track> Track { get; } = new("track", CatalogJson.Default.Track, track => track.Id);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Artist))]
[JsonSerializable(typeof(Album))]
[JsonSerializable(typeof(Track))]
internal sealed partial class CatalogJson : JsonSerializerContext;
