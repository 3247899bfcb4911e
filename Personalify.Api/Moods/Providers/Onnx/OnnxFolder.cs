using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Personalify.Api.Moods.Providers.Onnx;

/// <summary>
/// A folder with a classifier as Hugging Face's exporters write it: <c>model.onnx</c>; <c>vocab.txt</c> (BERT) or <c>vocab.json</c> with
/// <c>merges.txt</c> (RoBERTa); labels in <c>config.json</c> (<c>id2label</c>) or, one a line, in <c>labels.txt</c>.
/// </summary>
internal sealed class OnnxFolder(string path)
{
    private const string Setting = "Mood:OnnxFolder";
    private const int DigitsOfVersion = 10;

    public string Model => PathOf("model.onnx");

    public string WordPieces => PathOf("vocab.txt");

    public string Pairs => PathOf("vocab.json");

    public string Merges => PathOf("merges.txt");

    public bool HasWordPieces => File.Exists(WordPieces);

    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>What is wrong with a folder, as a sentence that names the setting; null if nothing is missing.</summary>
    public static string? FindProblem(string path)
    {
        if (path.Length == 0) return $"{Setting} is not set, and Mood:Provider is onnx. Set it to a folder with model.onnx, tokenizer "
            + $"files and labels.";
        if (!Directory.Exists(path)) return $"{Setting} is '{path}', and there is no such folder.";
        var folder = new OnnxFolder(path);
        if (!File.Exists(folder.Model)) return Missing(path, "model.onnx");
        if (!folder.HasWordPieces && !(File.Exists(folder.Pairs) && File.Exists(folder.Merges)))
            return Missing(path, "vocab.txt (BERT), nor vocab.json with merges.txt (RoBERTa)");
        return folder.FindProblemOfLabels();
    }

    /// <summary>In the order of the model's classes.</summary>
    /// <exception cref="InvalidDataException">The files hold no labels.</exception>
    public IReadOnlyList<string> ReadLabels()
    {
        var file = PathOf("labels.txt");
        if (File.Exists(file)) return [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return File.Exists(PathOf("config.json")) ? ReadConfiguredLabels() : throw NoLabels("neither labels.txt nor config.json is there");
    }

    /// <summary>Whether each class has a probability of its own, as <c>config.json</c> says; otherwise they share one.</summary>
    public bool IsMultiLabel()
    {
        if (!File.Exists(PathOf("config.json"))) return false;
        using var json = ReadConfiguration();
        return json.RootElement.TryGetProperty("problem_type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString() == "multi_label_classification";
    }

    /// <summary>The first digits of a hash of the model and of what its answers depend on.</summary>
    public string ReadVersion()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])[Model, WordPieces, Pairs, Merges, PathOf("labels.txt"), PathOf("config.json")])
        {
            if (!File.Exists(file)) continue;
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..DigitsOfVersion];
    }

    private string? FindProblemOfLabels()
    {
        try
        {
            return MoodLabels.Read(ReadLabels(), out var problem) is null
                ? $"The model in {Setting} '{path}' cannot be used. {problem}" : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            return unreadable is JsonException ? $"config.json in {Setting} '{path}' is no JSON: {unreadable.Message}" : unreadable.Message;
        }
    }

    private List<string> ReadConfiguredLabels()
    {
        using var json = ReadConfiguration();
        if (!json.RootElement.TryGetProperty("id2label", out var labels) || labels.ValueKind != JsonValueKind.Object)
            throw NoLabels("config.json has no id2label");
        var byNumber = labels.EnumerateObject().Where(label => int.TryParse(label.Name, CultureInfo.InvariantCulture, out _))
            .OrderBy(label => int.Parse(label.Name, CultureInfo.InvariantCulture)).ToList();
        return [.. byNumber.Select(label => label.Value.ToString())];
    }

    private JsonDocument ReadConfiguration() => JsonDocument.Parse(File.ReadAllBytes(PathOf("config.json")));

    private InvalidDataException NoLabels(string why) =>
        new($"The labels of the model in {Setting} '{path}' are unknown: {why}. Write them into labels.txt, one a line, in the model's "
            + $"order.");

    private static string Missing(string path, string what) => $"{Setting} is '{path}', and there is no {what} in it.";

    private string PathOf(string file) => Path.Combine(path, file);
}
