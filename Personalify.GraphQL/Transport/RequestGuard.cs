using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Refuses requests before anything of them is read. What a browser sends without asking first (a GET, a form) could be sent by
/// a foreign page with the visitor's cookie; a header of its own makes the browser ask.
/// </summary>
internal static class RequestGuard
{
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <exception cref="RejectedRequestException">The method is none that this server answers.</exception>
    public static void CheckMethod(HttpRequest request, GraphQLServerOptions options)
    {
        if (HttpMethods.IsPost(request.Method)) return;
        if (!options.EnableGetRequests) throw RejectedRequestException.MethodNotAllowed(request.Method, HttpMethods.Post);
        if (!HttpMethods.IsGet(request.Method)) throw RejectedRequestException.MethodNotAllowed(request.Method, $"{HttpMethods.Get}, {HttpMethods.Post}");
        if (options.EnforceGetRequestsPreflightHeader) RequirePreflight(request, "A GET");
    }

    /// <exception cref="RejectedRequestException">The header is missing.</exception>
    public static void RequirePreflight(HttpRequest request, string what)
    {
        if (!request.Headers.ContainsKey(PreflightHeader)) throw RejectedRequestException.PreflightRequired(what);
    }
}
