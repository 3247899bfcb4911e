using System.Text.Json;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>
/// Reads answers of text classification: for each title an array of objects with label and score. One title alone may come without its
/// array, and some servers put one more array around all.
/// </summary>
internal static class HuggingFaceAnswer
{
    /// <exception cref="MoodModelException">It is no such answer, or not one for each title.</exception>
    public static IReadOnlyList<MoodProbabilities> Read(byte[] body, int titles)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(Titles(json.RootElement, titles), titles);
        }
        catch (JsonException broken)
        {
            throw new MoodModelException(
                $"The answer of {body.Length} bytes is no JSON or broke off. If it stays so, HuggingFace:Url leads to something else.",
                    cause: broken);
        }
    }

    private static List<MoodProbabilities> Read(JsonElement all, int titles)
    {
        if (all.ValueKind != JsonValueKind.Array || all.GetArrayLength() != titles)
        {
            var found = all.ValueKind == JsonValueKind.Array ? $"{all.GetArrayLength()} entries" : $"one {all.ValueKind}";
            throw Unlike($"it has {found} for {titles} titles");
        }

        return [.. all.EnumerateArray().Select(ReadTitle)];
    }

    /// <summary>Without arrays around all, and with the one around a title that was asked about alone.</summary>
    private static JsonElement Titles(JsonElement root, int titles)
    {
        while (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 && root[0].ValueKind == JsonValueKind.Array
            && root[0].GetArrayLength() > 0 && root[0][0].ValueKind == JsonValueKind.Array)
        {
            root = root[0];
        }

        var isAlone = titles == 1 && root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0
            && root[0].ValueKind == JsonValueKind.Object;
        return isAlone ? JsonDocument.Parse($"[{root.GetRawText()}]").RootElement : root;
    }

    private static MoodProbabilities ReadTitle(JsonElement title)
    {
        if (title.ValueKind != JsonValueKind.Array) throw Unlike($"a title has one {title.ValueKind} instead of its labels");
        var labels = title.EnumerateArray().Select(ReadLabel).ToList();
        return MoodLabels.Read([.. labels.Select(label => label.Label)], out var problem) is { } moods
            ? moods.Of([.. labels.Select(label => label.Score)])
            : throw new MoodModelException($"The model of HuggingFace:Model cannot be used. {problem}");
    }

    private static (string Label, float Score) ReadLabel(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String
        && entry.TryGetProperty("score", out var score) && score.ValueKind == JsonValueKind.Number && score.TryGetSingle(out var value)
            && value is >= 0 and <= 1.0001f
            ? (label.GetString()!, value)
            : throw Unlike("an entry has no label with a score from 0 to 1");

    private static MoodModelException Unlike(string what) => new(
        $"The answer is none of a text classifier: {what}. HuggingFace:Model must be a text classifier of emotions.");
}
