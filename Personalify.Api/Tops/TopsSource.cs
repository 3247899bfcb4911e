using System.Text.Json.Serialization;

namespace Personalify.Api.Tops;

/// <summary>Where a list is from, and whether it is all that Spotify gives.</summary>
/// <param name="RunId">The run that brought it.</param>
/// <param name="SyncedAt">When Spotify said so.</param>
/// <param name="IsWhole">False for a first page.</param>
public sealed record TopsSource(Guid RunId, DateTimeOffset SyncedAt, bool IsWhole)
{
    [JsonIgnore]
    public TopExtent Extent => IsWhole ? TopExtent.Whole : TopExtent.FirstPage;

    /// <summary>The one that an answer of both is of; null without either.</summary>
    public static TopsSource? Older(TopsSource? one, TopsSource? other) =>
        one is null || (other is not null && other.SyncedAt < one.SyncedAt) ? other : one;
}
