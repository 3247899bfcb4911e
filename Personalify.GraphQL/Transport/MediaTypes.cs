using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Personalify.GraphQL.Transport;

/// <summary>The media types of a response. They differ in their status rules, see <see cref="ResponseStatus"/>.</summary>
internal enum ResponseMediaType
{
    Json,
    GraphQLResponse,
}

/// <summary>What a client accepts of what this server can send.</summary>
/// <param name="Document">The type of a single result, or <c>null</c> when it may not be a document.</param>
/// <param name="Events">Whether a stream of results may be answered, as server-sent events.</param>
/// <param name="PrefersEvents">Whether even a single result should come as an event.</param>
/// <param name="Parts">Whether a response that comes in parts may be answered as a multipart body.</param>
/// <param name="PrefersParts">Whether even a single result should come as a part.</param>
/// <param name="PartsBeforeEvents">Whether, of these two, the client likes parts at least as well.</param>
internal readonly record struct AcceptedTypes(
    ResponseMediaType? Document, bool Events = false, bool PrefersEvents = false, bool Parts = false, bool PrefersParts = false, bool PartsBeforeEvents = false)
{
    /// <summary>Whether more than one result can be answered.</summary>
    public bool Streams => Events || Parts;

    /// <summary>Whether a single result should come as a document.</summary>
    public bool PrefersDocument => Document is not null && !PrefersEvents && !PrefersParts;
}

/// <summary>Chooses by the Accept header. GraphQL over HTTP: 6.1 Accept; RFC 9110: 12.5.1 Accept.</summary>
internal static class MediaTypes
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Html = "text/html";

    /// <summary>The media type of server-sent events.</summary>
    public const string EventStream = "text/event-stream";

    /// <summary>The media type of responses in parts.</summary>
    public const string Multipart = "multipart/mixed";

    /// <summary>The format of the parts: that of the specification's working draft. Before it there were others, which look alike.</summary>
    private const string IncrementalSpec = "v0.2";

    public static string ContentType(ResponseMediaType type) =>
        type == ResponseMediaType.Json ? Json + "; charset=utf-8" : GraphQLResponse + "; charset=utf-8";

    /// <summary>
    /// What the client takes. Of the two types of a document the better one: between equals, a client that names
    /// <c>application/graphql-response+json</c> gets it; one that sends only wildcards gets <c>application/json</c>. Events and parts
    /// only by name, because a wildcard's sender expects one document.
    /// </summary>
    public static AcceptedTypes Negotiate(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept)) return new AcceptedTypes(ResponseMediaType.Json);
        return accept.Count == 1 && NegotiateUsual(accept[0]) is { } usual ? usual : Negotiate(Parse(accept));
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

    /// <summary>What nearly every client sends, without parsing it: .NET's and Banana Cake Pop, Apollo, GraphiQL, urql and graphql-sse.</summary>
    private static AcceptedTypes? NegotiateUsual(string? accept) => accept switch
    {
        Json or "*/*" => new AcceptedTypes(ResponseMediaType.Json),
        Json + ", " + Multipart => new AcceptedTypes(ResponseMediaType.Json, Parts: true, PartsBeforeEvents: true),
        GraphQLResponse or GraphQLResponse + ", " + Json or GraphQLResponse + ", " + Json + ";q=0.9" or GraphQLResponse + "," + Json + ";q=0.9" =>
            new AcceptedTypes(ResponseMediaType.GraphQLResponse),
        GraphQLResponse + ", application/graphql+json, " + Json + ", " + EventStream + ", " + Multipart =>
            new AcceptedTypes(ResponseMediaType.GraphQLResponse, Events: true, Parts: true, PartsBeforeEvents: true),
        EventStream => new AcceptedTypes(null, Events: true, PrefersEvents: true),
        _ => null,
    };

    private static AcceptedTypes Negotiate(IList<MediaTypeHeaderValue> ranges)
    {
        var (json, graphQL) = (Match(ranges, Json), Match(ranges, GraphQLResponse));
        var (document, events, parts) = (Math.Max(json.Quality, graphQL.Quality), Named(ranges, EventStream), Named([.. ranges.Where(HasOurParts)], Multipart));
        return new AcceptedTypes(
            Better(json, graphQL), events > 0, events > document, parts > 0, parts > document, parts > 0 && parts >= events);
    }

    /// <summary>The quality that a type has by its own name.</summary>
    private static double Named(IList<MediaTypeHeaderValue> ranges, string mediaType) => Match(ranges, mediaType) is { IsNamed: true } match ? match.Quality : 0;

    /// <summary>Apollo's clients name the format that they read: <c>deferSpec=20220824</c> is an older one, <c>subscriptionSpec</c> is for events.</summary>
    private static bool HasOurParts(MediaTypeHeaderValue range) => range.Parameters.All(parameter =>
        parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase)
        || parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase)
        || (parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(parameter.Value).Equals(IncrementalSpec, StringComparison.Ordinal)));

    private static ResponseMediaType? Better((double Quality, bool IsNamed) json, (double Quality, bool IsNamed) graphQL)
    {
        if (json.Quality <= 0 && graphQL.Quality <= 0) return null;
        var isTieForGraphQL = graphQL.Quality == json.Quality && graphQL.IsNamed;
        return graphQL.Quality > json.Quality || isTieForGraphQL ? ResponseMediaType.GraphQLResponse : ResponseMediaType.Json;
    }

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
