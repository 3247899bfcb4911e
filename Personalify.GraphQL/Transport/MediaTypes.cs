using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Personalify.GraphQL.Transport;

/// <summary>The media types of a response. They differ in their status rules, see <see cref="ResponseStatus"/>.</summary>
internal enum ResponseMediaType
{
    Json,
    GraphQLResponse,
}

/// <summary>Chooses by the Accept header. GraphQL over HTTP: 6.1 Accept; RFC 9110: 12.5.1 Accept.</summary>
internal static class MediaTypes
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Html = "text/html";

    /// <summary>The media type of server-sent events.</summary>
    public const string EventStream = "text/event-stream";

    public static string ContentType(ResponseMediaType type) =>
        type == ResponseMediaType.Json ? Json + "; charset=utf-8" : GraphQLResponse + "; charset=utf-8";

    /// <summary>
    /// The better accepted type, or <c>null</c> when neither is accepted. Between equals, a client that names
    /// <c>application/graphql-response+json</c> gets it; one that sends only wildcards gets <c>application/json</c>.
    /// </summary>
    public static ResponseMediaType? Negotiate(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept)) return ResponseMediaType.Json;
        if (accept.Count == 1 && NegotiateUsual(accept[0]) is { } usual) return usual;
        var ranges = Parse(accept);
        var json = Match(ranges, Json);
        var graphQL = Match(ranges, GraphQLResponse);
        if (json.Quality <= 0 && graphQL.Quality <= 0) return null;
        var isTieForGraphQL = graphQL.Quality == json.Quality && graphQL.IsNamed;
        return graphQL.Quality > json.Quality || isTieForGraphQL ? ResponseMediaType.GraphQLResponse : ResponseMediaType.Json;
    }

    /// <summary>Whether a stream of results can be answered: by name only, because a wildcard's sender expects one document.</summary>
    public static bool AcceptsEventStream(StringValues accept) =>
        accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase) && Match(Parse(accept), EventStream) is { IsNamed: true, Quality: > 0 };

    /// <summary>Whether the client wants events rather than a document even for a single result.</summary>
    public static bool PrefersEventStream(StringValues accept)
    {
        var ranges = Parse(accept);
        var quality = Match(ranges, EventStream).Quality;
        return quality > Match(ranges, Json).Quality && quality > Match(ranges, GraphQLResponse).Quality;
    }

    /// <summary>Whether a person's browser asks: it names HTML and likes nothing of ours better.</summary>
    public static bool PrefersHtml(StringValues accept)
    {
        var ranges = Parse(accept);
        var html = Match(ranges, Html);
        return html is { IsNamed: true, Quality: > 0 }
            && html.Quality >= Match(ranges, Json).Quality
            && html.Quality >= Match(ranges, GraphQLResponse).Quality;
    }

    /// <summary>What nearly every client sends, without parsing it.</summary>
    private static ResponseMediaType? NegotiateUsual(string? accept) => accept switch
    {
        Json or "*/*" => ResponseMediaType.Json,
        GraphQLResponse or GraphQLResponse + ", " + Json => ResponseMediaType.GraphQLResponse,
        _ => null,
    };

    private static IList<MediaTypeHeaderValue> Parse(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? ranges : [];

    /// <summary>The quality that the most specific matching range gives; zero when none matches.</summary>
    private static (double Quality, bool IsNamed) Match(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var type = mediaType.AsSpan(0, mediaType.IndexOf('/', StringComparison.Ordinal));
        var (specificity, quality) = (0, 0d);
        foreach (var range in ranges)
        {
            var rank = Specificity(range, mediaType, type);
            if (rank > specificity || (rank == specificity && rank > 0 && (range.Quality ?? 1) > quality))
                (specificity, quality) = (rank, range.Quality ?? 1);
        }

        return (quality, specificity == 3);
    }

    private static int Specificity(MediaTypeHeaderValue range, string mediaType, ReadOnlySpan<char> type)
    {
        if (range.Charset.HasValue && !IsUtf8(range.Charset)) return 0;
        if (range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return 3;
        if (range.MatchesAllTypes) return 1;
        return range.MatchesAllSubTypes && range.Type.AsSpan().Equals(type, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
    }

    /// <summary>Whether a request body is JSON in UTF-8. Anything else a browser could send without asking first (CORS preflight).</summary>
    public static bool IsJsonBody(string? contentType) =>
        contentType is Json || (MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || IsUtf8(type.Charset)));

    private static bool IsUtf8(StringSegment charset) =>
        HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
