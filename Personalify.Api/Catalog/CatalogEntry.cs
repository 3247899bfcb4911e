using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Personalify.Api.Catalog;

/// <summary>
/// How entities lie in the cache: the key, and the payload as four bytes of version before the JSON. The version is made of the names and
/// types of the record's properties, so what an Api with another shape of the record wrote is a miss and not a wrong answer.
/// </summary>
public class CatalogEntry<TId, T>(string kind, JsonTypeInfo<T> json, Func<T, TId> idOf)
    where TId : notnull
    where T : class
{
    private readonly byte[] _version = VersionOf(json);

    public string Key(TId id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}");

    public TId IdOf(T entity) => idOf(entity);

    public byte[] Write(T entity) => [.. _version, .. JsonSerializer.SerializeToUtf8Bytes(entity, json)];

    /// <summary>The entity, or null for what this version did not write.</summary>
    public T? Read(byte[]? payload)
    {
        if (payload is null || !payload.AsSpan().StartsWith(_version)) return null;
        try
        {
            return JsonSerializer.Deserialize(payload.AsSpan(_version.Length), json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] VersionOf(JsonTypeInfo<T> json)
    {
        var shape = string.Join(';', json.Properties.Select(property => $"{property.Name}:{property.PropertyType}"));
        return SHA256.HashData(Encoding.UTF8.GetBytes(shape))[..4];
    }
}

/// <summary>An entry of a listener's catalogue.</summary>
public sealed class CatalogEntry<T>(string kind, JsonTypeInfo<T> json, Func<T, long> idOf) : CatalogEntry<long, T>(kind, json, idOf)
    where T : class;

/// <summary>The kinds of entries: <c>artist:{id}</c>, <c>album:{id}</c>, <c>track:{id}</c>.</summary>
public static class CatalogEntries
{
    public static CatalogEntry<Artist> Artist { get; } = new("artist", CatalogJson.Default.Artist, artist => artist.Id);

    public static CatalogEntry<Album> Album { get; } = new("album", CatalogJson.Default.Album, album => album.Id);

    public static CatalogEntry<Track> Track { get; } = new("track", CatalogJson.Default.Track, track => track.Id);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Artist))]
[JsonSerializable(typeof(Album))]
[JsonSerializable(typeof(Track))]
internal sealed partial class CatalogJson : JsonSerializerContext;
