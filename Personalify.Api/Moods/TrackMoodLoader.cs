using System.Text.Json.Serialization;
using Personalify.Api.Catalog;

namespace Personalify.Api.Moods;

public static class TrackMoodLoader
{
    /// <summary>Nothing for tracks that no model has read and the listener has said nothing of.</summary>
    [DataLoader]
    public static Task<IReadOnlyDictionary<long, TrackMood>> GetTrackMoodByIdAsync(
        IReadOnlyList<long> ids, CatalogCache cache, TrackMoodStore store, CancellationToken cancellationToken) =>
        cache.ReadThroughAsync(MoodEntries.Track, ids, store.FindAsync, cancellationToken);
}

/// <summary>How moods lie in the cache: <c>mood:{track id}</c>.</summary>
public static class MoodEntries
{
    public static CatalogEntry<TrackMood> Track { get; } = new("mood", MoodJson.Default.TrackMood, mood => mood.TrackId);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TrackMood))]
internal sealed partial class MoodJson : JsonSerializerContext;
