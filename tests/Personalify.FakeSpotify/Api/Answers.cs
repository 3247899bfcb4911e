using System.Text.Json;
using System.Text.Json.Nodes;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

internal static class Answers
{
    public static IResult Json(JsonNode body) =>
        Results.Text(body.ToJsonString(JsonSerializerOptions.Web), "application/json; charset=utf-8");

    /// <summary>Whose token it was.</summary>
    public static FakeListener Listener(this HttpRequest request) => (FakeListener)request.HttpContext.Items[typeof(FakeListener)]!;

    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, params string[] scopes) =>
        endpoint.WithMetadata([.. scopes.Select(scope => new NeedsScope(scope))]);
}
