using System.Text.Json;
using System.Text.Json.Serialization;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>How parts and lists stand in <c>jsonb</c> columns: with the same names as in MongoDB's documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(Words<TimeRange>), typeof(Words<SyncPart>), typeof(Words<SyncPartStatus>), typeof(Words<SyncRunStatus>),
        typeof(Words<SyncTrigger>),
    ])]
[JsonSerializable(typeof(IReadOnlyList<SyncPartReport>))]
[JsonSerializable(typeof(IReadOnlyList<TopLists>))]
[JsonSerializable(typeof(TopLists))]
internal sealed partial class SyncHistoryJson : JsonSerializerContext
{
    /// <summary>The word of a value, such as <c>short_term</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a word.</summary>
    public static T Value<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private sealed class Words<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
        where T : struct, Enum;
}
