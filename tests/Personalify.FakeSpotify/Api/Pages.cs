using System.Globalization;
using System.Text.Json.Nodes;

namespace Personalify.FakeSpotify.Api;

/// <summary>Pages with Spotify's limits: 20 entries unless asked, 50 at most, and an error instead of a silent correction.</summary>
internal static class Pages
{
    public static JsonObject ByOffset<T>(HttpRequest request, IReadOnlyList<T> all, Func<T, JsonNode?> shape, int most = 50, int usual = 20)
    {
        var (limit, offset) = (Number(request, "limit", usual, 1, most), Number(request, "offset", 0, 0, 100_000));
        return Page(Address(request, limit, offset), limit, offset, all.Count, [.. all.Skip(offset).Take(limit).Select(shape)], request);
    }

    /// <summary>The first page as it lies inside something, such as an album's tracks.</summary>
    public static JsonObject Embedded<T>(HttpRequest request, string path, IReadOnlyList<T> all, Func<T, JsonNode?> shape, int limit)
    {
        string At(int offset) => $"{Root(request)}{path}?offset={offset}&limit={limit}";
        return new JsonObject
        {
            ["href"] = At(0), ["limit"] = limit, ["next"] = all.Count > limit ? At(limit) : null, ["offset"] = 0, ["previous"] = null,
            ["total"] = all.Count, ["items"] = new JsonArray([.. all.Take(limit).Select(shape)]),
        };
    }

    public static int Number(HttpRequest request, string name, int usual, int least, int most)
    {
        if (request.Query[name] is not [{ } text]) return usual;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw SpotifyError.BadRequest($"Invalid {name}");
    }

    public static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}/v1/";

    private static JsonObject Page(string href, int limit, int offset, int total, JsonArray items, HttpRequest request) => new()
    {
        ["href"] = href,
        ["limit"] = limit,
        ["next"] = offset + limit < total ? Address(request, limit, offset + limit) : null,
        ["offset"] = offset,
        ["previous"] = offset > 0 ? Address(request, limit, Math.Max(0, offset - limit)) : null,
        ["total"] = total,
        ["items"] = items,
    };

    private static string Address(HttpRequest request, int limit, int offset)
    {
        var others = request.Query.Where(pair => pair.Key is not ("limit" or "offset"))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        var query = QueryString.Create(others).Add("offset", Text(offset)).Add("limit", Text(limit));
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
