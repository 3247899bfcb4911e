using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Refuses requests before anything of them is read. What a browser sends without asking first (a GET, a form) could be sent by
/// a foreign page with the visitor's cookie; a header of its own makes the browser ask.
/// </summary>
internal static class RequestGuard
{
    public const string PreflightHeader = "GraphQL-Preflight";
    public const string CostHeader = "GraphQL-Cost";

    /// <exception cref="RejectedRequestException">The method is none that this server answers.</exception>
    public static void CheckMethod(HttpRequest request, GraphQLServerOptions options)
    {
        if (HttpMethods.IsPost(request.Method)) return;
        if (!options.EnableGetRequests) throw RejectedRequestException.MethodNotAllowed(request.Method, HttpMethods.Post);
        if (!HttpMethods.IsGet(request.Method)) throw RejectedRequestException.MethodNotAllowed(request.Method, $"{HttpMethods.Get}, {HttpMethods.Post}");
        if (options.EnforceGetRequestsPreflightHeader) RequirePreflight(request, "A GET");
    }

    /// <exception cref="RejectedRequestException">
    /// The body is packed, such as with gzip. A server that is to read such bodies unpacks them before, in middleware of its own.
    /// </exception>
    public static void CheckEncoding(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw RejectedRequestException.UnsupportedEncoding(encoding);
    }

    /// <exception cref="RejectedRequestException">The header is missing.</exception>
    public static void RequirePreflight(HttpRequest request, string what)
    {
        if (!request.Headers.ContainsKey(PreflightHeader)) throw RejectedRequestException.PreflightRequired(what);
    }

    /// <summary>What the client wants to know of the operation's cost.</summary>
    /// <exception cref="RejectedRequestException">The header says something else.</exception>
    public static CostMode ReadCostMode(HttpRequest request) => request.Headers[CostHeader].ToString() switch
    {
        "" => CostMode.None,
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        var other => throw RejectedRequestException.Malformed($"The header {CostHeader} is '{other}'; it must be report or validate."),
    };
}
