using System.Text.Json.Nodes;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>One service of the compose file, as its properties.</summary>
internal sealed class ComposeService(string name, JsonObject json)
{
    public string Name => name;

    public string? Image => json["image"]?.GetValue<string>();

    /// <summary>The Dockerfile that makes its image, or <c>null</c> where the image is published by its makers.</summary>
    public string? Dockerfile => json["build"]?["dockerfile"]?.GetValue<string>();

    public string? User => json["user"]?.GetValue<string>();

    public bool IsReadOnly => json["read_only"]?.GetValue<bool>() ?? false;

    public bool HasProfile => json["profiles"] is not null;

    public IReadOnlyDictionary<string, string> Environment { get; } =
        json["environment"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.ToString());

    /// <summary>What it waits for, and until when.</summary>
    public IReadOnlyDictionary<string, string> DependsOn { get; } =
        json["depends_on"]?.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!["condition"]!.ToString()) ?? [];

    public IReadOnlyList<string> Networks => List("networks");

    /// <summary>Where a volume or a file of the repository lies in the container: source, target, and options if any.</summary>
    public IReadOnlyList<string[]> Mounts => [.. List("volumes").Select(mount => mount.Split(':'))];

    /// <summary>The command, which is a list of words everywhere, so that no shell has to take it apart.</summary>
    public IReadOnlyList<string> Command => List("command");

    public IReadOnlyList<string> HealthCheck => List(json["healthcheck"]?["test"]);

    public IReadOnlyList<string> List(string property) => List(json[property]);

    private static List<string> List(JsonNode? node) => node is JsonArray words ? [.. words.Select(word => word!.ToString())] : [];
}
