using System.Text.Json;

namespace Personalify.Api.Tests.Hosting;

/// <summary>An argument, or a field of an input inside one, that takes text, and the operation that sends one there.</summary>
internal sealed record TextPlace(string Name, string Leaf, string TextType, string Operation, Func<string, string> Selection)
{
    public bool IsSubscription => Operation == "subscription";

    public string Document(string value, bool isVariable) => $"{Operation}{(isVariable ? $"($text: {TextType})" : "")} {Selection(value)}";
}

/// <summary>Finds all of them by introspection: of every root, and of every object that a query reaches without arguments.</summary>
internal sealed class TextPlaces
{
    private const string Query =
        """
        { __schema { queryType { name } mutationType { name } subscriptionType { name } types { kind name
          fields { name args { ...Input } type { ...Type } } inputFields { ...Input } enumValues { name } } } }
        fragment Input on __InputValue { name defaultValue type { ...Type } }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    /// <summary>
    /// No user is connected with Spotify here, groups of all plays have no artist, and there is no node B, so these lead nowhere; what is
    /// behind them has other ways.
    /// </summary>
    private static readonly string[] Empty =
        ["tops", "nowPlaying", "savedTracks", "savedAlbums", "playlists", "followedArtists", "savedShows", "savedEpisodes",
            "savedAudiobooks", "groups", "tables"];

    private readonly Dictionary<string, JsonElement> _types;
    private readonly JsonElement _schema;

    private TextPlaces(JsonElement schema) =>
        (_schema, _types) = (schema, schema.GetProperty("types").EnumerateArray().ToDictionary(NameOf));

    public static async Task<IReadOnlyList<TextPlace>> OfAsync(ApiClient client) =>
        [.. new TextPlaces((await client.QueryAsync(Query)).GetProperty("__schema")).Find()];

    /// <summary>
    /// The names of the fields of the mutation root, with an operation that calls each: the values are made up, the types are right.
    /// </summary>
    public static async Task<IReadOnlyList<(string Name, string Document)>> MutationsOfAsync(ApiClient client)
    {
        var places = new TextPlaces((await client.QueryAsync(Query)).GetProperty("__schema"));
        var root = places.Root("mutationType")!.Value;
        return [.. root.GetProperty("fields").EnumerateArray()
            .Select(field => (NameOf(field), $"mutation {{ {places.Call(field, null, "")} }}"))];
    }

    private IEnumerable<TextPlace> Find()
    {
        foreach (var (root, operation) in ((string, string)[])[("mutationType", "mutation"), ("subscriptionType", "subscription")])
        {
            if (Root(root) is { } type) foreach (var place in PlacesOf(type, operation, static inner => inner)) yield return place;
        }

        foreach (var (type, around) in Reached()) foreach (var place in PlacesOf(type, "query", around)) yield return place;
    }

    /// <summary>Every object type that a way of fields without required arguments leads to, with that way around a selection.</summary>
    private IEnumerable<(JsonElement Type, Func<string, string> Around)> Reached()
    {
        var open = new Queue<(JsonElement Type, Func<string, string> Around)>([(Root("queryType")!.Value, static inner => inner)]);
        HashSet<string> seen = [NameOf(open.Peek().Type)];
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var field in next.Type.GetProperty("fields").EnumerateArray())
            {
                var inner = _types[Named(field)];
                if (KindOf(inner) != "OBJECT" || Empty.Contains(NameOf(field)) || field.GetProperty("args").EnumerateArray().Any(IsRequired)
                    || !seen.Add(NameOf(inner)))
                {
                    continue;
                }

                var (around, name) = (next.Around, NameOf(field));
                open.Enqueue((inner, selection => around($"{{ {name} {selection} }}")));
            }
        }
    }

    private IEnumerable<TextPlace> PlacesOf(JsonElement type, string operation, Func<string, string> around)
    {
        foreach (var field in type.GetProperty("fields").EnumerateArray())
        foreach (var argument in field.GetProperty("args").EnumerateArray())
        foreach (var (path, text) in TextsIn(argument, []))
        {
            yield return new TextPlace(
                $"{NameOf(type)}.{NameOf(field)}({string.Join('.', path)})", path[^1], text, operation,
                value => around($"{{ {Call(field, path, value)} }}"));
        }
    }

    private IEnumerable<(string[] Path, string Type)> TextsIn(JsonElement input, string[] before)
    {
        string[] path = [.. before, NameOf(input)];
        var named = Named(input);
        if (named is "String" or "ID") return [(path, $"{Written(input.GetProperty("type")).TrimEnd('!')}!")];
        if (KindOf(_types[named]) != "INPUT_OBJECT" || path.Length > 4) return [];
        return _types[named].GetProperty("inputFields").EnumerateArray().SelectMany(field => TextsIn(field, path));
    }

    /// <summary>A call of a field with the text at one place, and else with what is required.</summary>
    private string Call(JsonElement field, string[]? path, string text)
    {
        var given = Values(field.GetProperty("args"), path, text);
        return $"{NameOf(field)}{(given.Length == 0 ? "" : $"({given})")} "
            + $"{(KindOf(_types[Named(field)]) is "SCALAR" or "ENUM" ? "" : SelectionOf(_types[Named(field)]))}";
    }

    /// <summary>The selection of a payload asks for its errors.</summary>
    private static string SelectionOf(JsonElement type) =>
        type.GetProperty("fields").EnumerateArray().Any(field => NameOf(field) == "errors")
            ? "{ errors { __typename ... on Error { message } } }"
            : "{ __typename }";

    private string Values(JsonElement inputs, string[]? path, string text) => string.Join(
        ", ", inputs.EnumerateArray().Where(input => IsRequired(input) || NameOf(input) == path?[0])
            .Select(input => $"{NameOf(input)}: {ValueOf(input, path, text)}"));

    private string ValueOf(JsonElement input, string[]? path, string text)
    {
        var (type, inner) = (_types[Named(input)], NameOf(input) == path?[0] ? path[1..] : null);
        if (inner is []) return text;
        return KindOf(type) switch
        {
            "INPUT_OBJECT" => $"{{ {Values(type.GetProperty("inputFields"), inner, text)} }}",
            "ENUM" => NameOf(type.GetProperty("enumValues")[0]),
            _ => NameOf(type) switch
            {
                "Int" or "Long" => "1", "ID" => $"\"{IdFor(NameOf(input))}\"", "Boolean" => "false", "Float" => "1.5", _ => "\"made up\"",
            },
        };
    }

    private static string IdFor(string input) => input switch
    {
        "from" or "to" => GlobalId.Of("SyncRun", "1.0197f3a1b2c37d4e8f90a1b2c3d4e5f6"),
        "trackId" => GlobalId.Of("Track", 1),
        _ => GlobalId.Of("Import", 1),
    };

    private JsonElement? Root(string operation) =>
        _schema.GetProperty(operation) is { ValueKind: JsonValueKind.Object } root ? _types[NameOf(root)] : null;

    private static bool IsRequired(JsonElement input) =>
        KindOf(input.GetProperty("type")) == "NON_NULL" && input.GetProperty("defaultValue").ValueKind == JsonValueKind.Null;

    private static string Written(JsonElement type) => KindOf(type) switch
    {
        "NON_NULL" => Written(type.GetProperty("ofType")) + "!",
        "LIST" => $"[{Written(type.GetProperty("ofType"))}]",
        _ => NameOf(type),
    };

    private static string Named(JsonElement place)
    {
        var type = place.GetProperty("type");
        while (KindOf(type) is "NON_NULL" or "LIST") type = type.GetProperty("ofType");
        return NameOf(type);
    }

    private static string NameOf(JsonElement named) => named.GetProperty("name").GetString()!;

    private static string KindOf(JsonElement type) => type.GetProperty("kind").GetString()!;
}
