using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Serves the IDE below the endpoint. The files are listed once, so that no request can name another file; those that only
/// package managers read are left out.
/// </summary>
/// <param name="options">Read when somebody visits: an endpoint's may change until the application starts.</param>
/// <param name="requestPath">Where operations are sent, seen from the IDE's address; <c>null</c> for the IDE's own.</param>
internal sealed class BananaCakePop(BananaCakePopOptions options, string? requestPath = null)
{
    private const string Index = "index.html";

    /// <summary>
    /// The IDE compiles its own schemas with <c>Function</c>, styles itself at run time and underlines mistakes with images of its own text;
    /// nothing else is relaxed, and no other host is reached.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Lazy<FrozenDictionary<string, IdeFile>> _files = new(() => IdeFile.List(options.Directory).ToFrozenDictionary(file => file.Name));

    public void Map(IEndpointRouteBuilder group)
    {
        group.MapMethods("bcp-config.json", [HttpMethods.Get, HttpMethods.Head], WriteConfiguration);
        group.MapMethods("{**file}", [HttpMethods.Get, HttpMethods.Head], (string file, HttpContext context) => WriteFile(file, context));
    }

    /// <summary>The page's addresses are relative to its folder, so a visit without the last slash is sent there first.</summary>
    public Task WriteIndexAsync(HttpContext context)
    {
        if (!options.Enable) return Results.NotFound().ExecuteAsync(context);
        var request = context.Request;
        var path = (request.PathBase + request.Path).ToUriComponent();
        return path.EndsWith('/') ? WriteFile(Index, context).ExecuteAsync(context) : RedirectAsync(context, $"{path}/{request.QueryString}");
    }

    private static Task RedirectAsync(HttpContext context, string location)
    {
        context.Response.Headers.Vary = "Accept"; // Other clients are answered at the same address.
        return Results.Redirect(location, permanent: true).ExecuteAsync(context);
    }

    private IResult WriteFile(string name, HttpContext context)
    {
        if (!options.Enable) return Results.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.Vary = "Accept";
        headers.CacheControl = IdeFile.CacheControl(name);
        if (_files.Value.TryGetValue(name, out var file)) return Results.File(file.Path, file.ContentType, lastModified: file.LastModified);
        return name == Index ? Results.Content(NotInstalled(), "text/html; charset=utf-8") : Results.NotFound();
    }

    private IResult WriteConfiguration()
    {
        if (!options.Enable) return Results.NotFound();
        var configuration = new JsonObject { ["title"] = options.Title, ["useBrowserUrlAsEndpoint"] = true, ["disableTelemetry"] = true };
        if (requestPath is not null) configuration["endpoint"] = requestPath;
        return Results.Json(configuration);
    }

    private static string NotInstalled() =>
        """
        <!doctype html>
        <html lang="en">
        <title>GraphQL</title>
        <h1>This is a GraphQL endpoint</h1>
        <p>The browser IDE Banana Cake Pop is not installed. Run <code>npm ci</code> in the root of the repository, build again and restart;
        or open the schema at <a href="?sdl">?sdl</a> and send operations with any GraphQL client.</p>
        """;
}
