using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// The part <c>map</c> of a multipart request: which file stands at which places of the operations. A place is written like
/// <c>variables.files.0</c>, in a batch with the number of the request before it. graphql-multipart-request-spec.
/// </summary>
internal sealed class UploadMap
{
    private readonly Dictionary<string, string[]> _places;

    private UploadMap(Dictionary<string, string[]> places) => _places = places;

    /// <summary>The names of the file parts.</summary>
    public IReadOnlyCollection<string> Keys => _places.Keys;

    /// <exception cref="RejectedRequestException">The text is no object of lists of places.</exception>
    public static UploadMap Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var places = JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? [];
            foreach (var (key, paths) in places)
            {
                if (paths is not { Length: > 0 }) throw Refused($"The file '{key}' has no place in 'map'.", ErrorCodes.MultiPartNoObjectPath);
            }

            return new UploadMap(places);
        }
        catch (JsonException)
        {
            throw Refused("The part 'map' must be a JSON object of file names, each with a list of places.", ErrorCodes.MultiPartInvalidMapJson);
        }
    }

    /// <summary>Puts the keys of the files at their places, where null stands so far.</summary>
    /// <exception cref="RejectedRequestException">There is no such place.</exception>
    public void Apply(JsonNode operations)
    {
        foreach (var (key, paths) in _places)
        {
            foreach (var path in paths) Put(operations, path ?? "", key);
        }
    }

    private static void Put(JsonNode operations, string path, string key)
    {
        var steps = path.Split('.');
        var isBatch = operations is JsonArray;
        if (steps.Length < (isBatch ? 3 : 2) || steps.Contains("")) throw Refused($"'{path}' in 'map' is no place such as variables.file.", ErrorCodes.MultiPartInvalidPath);
        if (steps[isBatch ? 1 : 0] != "variables") throw Refused($"The place '{path}' in 'map' must start with 'variables'.", ErrorCodes.MultiPartPathMustStartWithVariable);
        var parent = operations;
        for (var i = 0; i < steps.Length - 1; i++) parent = Step(parent, steps[i]) ?? throw NotFound(path);
        Replace(parent, steps[^1], key, path);
    }

    private static JsonNode? Step(JsonNode parent, string step) => parent switch
    {
        JsonObject fields => fields[step],
        JsonArray items => Index(step) is { } index && index < items.Count ? items[index] : null,
        _ => throw Refused($"'{step}' in 'map' lies within a value that has nothing inside.", ErrorCodes.MultiPartVariableStructureInvalid),
    };

    private static void Replace(JsonNode parent, string step, string key, string path)
    {
        switch (parent)
        {
            case JsonObject fields when fields.ContainsKey(step):
                RequireNull(fields[step], path);
                fields[step] = key;
                break;
            case JsonArray items when Index(step) is { } index && index < items.Count:
                RequireNull(items[index], path);
                items[index] = key;
                break;
            case JsonValue:
                throw Refused($"The place '{path}' in 'map' lies within a value that has nothing inside.", ErrorCodes.MultiPartVariableStructureInvalid);
            default:
                throw NotFound(path);
        }
    }

    private static void RequireNull(JsonNode? value, string path)
    {
        if (value is not null) throw Refused($"At the place '{path}' of 'map' must stand null; the file comes beside it.", ErrorCodes.MultiPartVariableStructureInvalid);
    }

    private static int? Index(string step) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static RejectedRequestException NotFound(string path) =>
        Refused($"The place '{path}' of 'map' is not in the operations.", ErrorCodes.MultiPartVariableNotFound);

    private static RejectedRequestException Refused(string message, string code) => RejectedRequestException.Form(message, code);
}
