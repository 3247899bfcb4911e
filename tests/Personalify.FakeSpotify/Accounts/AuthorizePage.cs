using System.Net;

namespace Personalify.FakeSpotify.Accounts;

/// <summary>The page of consent, in plain HTML: who listens, what the app wants, agree or cancel.</summary>
internal static class AuthorizePage
{
    public static void MapAuthorizePage(this WebApplication app)
    {
        app.MapGet("/authorize", (HttpRequest request, FakeWorld world) =>
            Problem(request, world) is { } problem ? Refuse(problem) : Results.Content(Page(request, world), "text/html; charset=utf-8"));
        app.MapPost("/authorize", async (HttpRequest request, FakeWorld world) =>
            Problem(request, world) is { } problem ? Refuse(problem) : Decide(request, await request.ReadFormAsync(), world));
    }

    private static string? Problem(HttpRequest request, FakeWorld world)
    {
        var query = request.Query;
        if (query["client_id"] != world.Options.ClientId) return "INVALID_CLIENT: Invalid client";
        var redirectUri = query["redirect_uri"].ToString();
        if (!RedirectRules.Allows(world.Options.RedirectUris, redirectUri)) return "INVALID_CLIENT: Invalid redirect URI";
        if (query["response_type"] != "code") return "response_type must be code";
        var method = query["code_challenge_method"].ToString();
        if (query["code_challenge"].Count > 0 && method != "S256") return "code_challenge_method must be S256";
        if (query["code_challenge"].Count == 0 && world.Options.ClientSecret is null) return "code_challenge required";
        var unknown = Scopes(request).Except(FakeScopes.All, StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? null : "INVALID_SCOPE: Invalid scope";
    }

    private static IResult Refuse(string problem) => Results.Text(problem, "text/plain; charset=utf-8", statusCode: 400);

    private static IResult Decide(HttpRequest request, IFormCollection form, FakeWorld world)
    {
        var redirectUri = request.Query["redirect_uri"].ToString();
        var state = request.Query["state"].Count > 0 ? $"&state={Uri.EscapeDataString(request.Query["state"].ToString())}" : "";
        var join = redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        if (form["decision"] != "agree") return Results.Redirect($"{redirectUri}{join}error=access_denied{state}");
        if (!world.Listeners.TryGetValue(form["listener"].ToString(), out var listener)) return Refuse("No such invented listener.");
        var grant = new Grant(listener.Name, world.Options.ClientId, string.Join(' ', Granted(request, form)), world.Now);
        var code = world.Grants.Code(grant, redirectUri, request.Query["code_challenge"] is [{ Length: > 0 } challenge] ? challenge : null);
        return Results.Redirect($"{redirectUri}{join}code={Uri.EscapeDataString(code)}{state}");
    }

    // On the page single scopes can be left out, which Spotify's own does not offer; a program that posts nothing grants all.
    private static IEnumerable<string> Granted(HttpRequest request, IFormCollection form) =>
        form.ContainsKey("chosen") ? Scopes(request).Where(scope => form["scope"].Contains(scope)) : Scopes(request);

    private static string[] Scopes(HttpRequest request) =>
        request.Query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Page(HttpRequest request, FakeWorld world)
    {
        var listeners = world.Listeners.Values.Select((listener, index) => Choice(
            $"type=\"radio\" name=\"listener\"{(index == 0 ? " checked" : "")}", listener.Name,
            listener.DisplayName + (listener.IsAllowed ? "" : ", not on the app's list")));
        var scopes = Scopes(request).Select(scope => Choice("type=\"checkbox\" name=\"scope\" checked", scope, scope));
        return $"""
            {NoticePage.Head}{NoticePage.Banner}<h1>Let the app read?</h1>
            <form method="post" action="{Encode(request.Path + request.QueryString)}"><input type="hidden" name="chosen" value="1">
            <fieldset><legend>Who listens</legend>{string.Concat(listeners)}</fieldset>
            <fieldset><legend>What the app may read</legend>{string.Concat(scopes)}</fieldset>
            <p><button name="decision" value="agree">Agree</button><button name="decision" value="cancel">Cancel</button></p>
            </form></main></body></html>
            """;
    }

    private static string Choice(string attributes, string value, string label) =>
        $"""<label><input {attributes} value="{Encode(value)}"> {Encode(label)}</label>""";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
