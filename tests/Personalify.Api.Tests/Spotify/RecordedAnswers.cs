using System.Globalization;
using System.Text.Json;
using Personalify.DevStack;

namespace Personalify.Api.Tests.Spotify;

/// <summary>
/// Answers of Spotify's that others recorded in 2026, which lie beside the repository where they are; they are not part of it.
/// </summary>
internal static class RecordedAnswers
{
    private static string Folder { get; } = Path.GetFullPath(
        Path.Combine(Repository.Root, "..", "shared", "data", "webapi", "recorded-2026"));

    public static string? ReasonToSkip =>
        Directory.Exists(Folder) ? null : "There are no recorded answers of Spotify's on this machine (../shared/data/webapi).";

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static JsonElement Json(string name) => JsonDocument.Parse(Read(name)).RootElement;

    /// <summary>What differs between an answer and what was read of it, by path; fields that are null may be left out.</summary>
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path = "$") => expected.ValueKind switch
    {
        JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object =>
            expected.EnumerateObject().SelectMany(field => OfField(field, actual, path)),
        JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array => OfArrays(expected, actual, path),
        _ when AreEqual(expected, actual) => [],
        _ => [$"{path}: {expected.GetRawText()} became {actual.GetRawText()}"],
    };

    private static IEnumerable<string> OfField(JsonProperty field, JsonElement actual, string path)
    {
        var place = $"{path}.{field.Name}";
        if (actual.TryGetProperty(field.Name, out var value)) return Differences(field.Value, value, place);
        return field.Value.ValueKind == JsonValueKind.Null ? [] : [$"{place}: is lost"];
    }

    private static IEnumerable<string> OfArrays(JsonElement expected, JsonElement actual, string path)
    {
        var (before, after) = (expected.GetArrayLength(), actual.GetArrayLength());
        if (before != after) return [$"{path}: {before} became {after} entries"];
        return expected.EnumerateArray().Zip(actual.EnumerateArray())
            .SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]"));
    }

    private static bool AreEqual(JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) =>
            expected.GetString() == actual.GetString() || IsSameTime(expected.GetString()!, actual.GetString()!),
        (JsonValueKind.Number, JsonValueKind.Number) => expected.GetDecimal() == actual.GetDecimal(),
        var (first, second) => first == second,
    };

    private static bool IsSameTime(string expected, string actual) =>
        DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, out var first)
        && DateTimeOffset.TryParse(actual, CultureInfo.InvariantCulture, out var second) && first == second;
}

/// <summary>
/// A test over recorded answers; where they are missing it is skipped with the reason, in CI too: they may not be published.
/// </summary>
public sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute() => Skip = RecordedAnswers.ReasonToSkip;
}

/// <inheritdoc cref="RecordedTheoryAttribute"/>
public sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute() => Skip = RecordedAnswers.ReasonToSkip;
}
