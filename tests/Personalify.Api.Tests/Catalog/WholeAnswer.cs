using System.Text;
using System.Text.Json;

namespace Personalify.Api.Tests.Catalog;

/// <summary>
/// Operations that together ask for everything of <c>me</c>, because one would have more fields than a document may: every field that needs
/// no argument, as deep as there is something new, made of what the schema tells of itself. So a field that is added later is asked for
/// too.
/// </summary>
internal sealed class WholeAnswer
{
    private const int Depth = 6;

    /// <summary>In characters; the longest document has 2048 fields of about ten characters.</summary>
    private const int PortionLength = 15_000;

    private const string Introspection =
        "{ __schema { types { name kind fields { name args { name defaultValue type { kind } } type { ...of } } "
        + "possibleTypes { name } } } } "
        + "fragment of on __Type { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind } } } } }";

    private readonly Dictionary<string, JsonElement> _types;

    private WholeAnswer(JsonElement schema) =>
        _types = schema.GetProperty("__schema").GetProperty("types").EnumerateArray()
            .ToDictionary(type => type.GetProperty("name").GetString()!);

    public static async Task<IReadOnlyList<string>> QueriesOfAsync(ApiClient client)
    {
        var whole = new WholeAnswer(await client.QueryAsync(Introspection));
        var parts = whole._types["User"].GetProperty("fields").EnumerateArray().Select(field =>
        {
            var text = new StringBuilder();
            whole.Append(text, field, ["User"]);
            return text.ToString();
        });
        return [.. Portions(parts).Select(portion => $"{{ me {{ __typename{portion} }} }}")];
    }

    private static IEnumerable<string> Portions(IEnumerable<string> parts)
    {
        var portion = "";
        foreach (var part in parts)
        {
            if (portion.Length + part.Length > PortionLength && portion.Length > 0)
            {
                yield return portion;
                portion = "";
            }

            portion += part;
        }

        yield return portion;
    }

    private string Selection(string type, string[] above)
    {
        var text = new StringBuilder("{ __typename");
        foreach (var field in _types[type].GetProperty("fields").EnumerateArray()) Append(text, field, [.. above, type]);
        return text.Append(" }").ToString();
    }

    private void Append(StringBuilder text, JsonElement field, string[] above)
    {
        var arguments = field.GetProperty("args").EnumerateArray().ToList();
        if (arguments.Any(argument => argument.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL"
            && argument.GetProperty("defaultValue").ValueKind == JsonValueKind.Null))
        {
            return;
        }

        var (name, kind) = Named(field.GetProperty("type"));
        var isObject = kind == "OBJECT";
        if (kind is "INTERFACE" or "UNION" || (isObject && (above.Length >= Depth || above.Contains(name)))) return;
        text.Append(' ').Append(field.GetProperty("name").GetString());
        if (arguments.Any(argument => argument.GetProperty("name").GetString() == "first")) text.Append("(first: 50)");
        if (isObject) text.Append(' ').Append(Selection(name, above));
    }

    private static (string Name, string Kind) Named(JsonElement type)
    {
        while (type.GetProperty("ofType").ValueKind == JsonValueKind.Object) type = type.GetProperty("ofType");
        return (type.GetProperty("name").GetString()!, type.GetProperty("kind").GetString()!);
    }
}
