using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.FakeSpotify.Accounts;

/// <summary>Codes and refresh tokens against access tokens.</summary>
internal static class TokenEndpoint
{
    public static void MapTokens(this WebApplication app) => app.MapPost("/api/token", async (HttpRequest request, FakeWorld world) =>
    {
        if (!request.HasFormContentType) return Error("unsupported_grant_type", "grant_type parameter is missing");
        var form = await request.ReadFormAsync();
        if (ClientProblem(request, form, world.Options) is { } problem) return problem;
        return form["grant_type"].ToString() switch
        {
            "authorization_code" => Exchange(form, world),
            "refresh_token" => Refresh(form, world),
            _ => Error("unsupported_grant_type", "grant_type must be authorization_code or refresh_token"),
        };
    });

    private static IResult? ClientProblem(HttpRequest request, IFormCollection form, FakeSpotifyOptions options)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0 && form["client_id"].Count == 0) return Error("invalid_client", null);
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        var isRight = header.Length > 0 ? options.ClientSecret is not null && header == expected : form["client_id"] == options.ClientId;
        return isRight ? null : Error("invalid_client", "Invalid client");
    }

    private static IResult Exchange(IFormCollection form, FakeWorld world)
    {
        if (world.Grants.TakeCode(form["code"].ToString()) is not { } issued) return Error("invalid_grant", "Invalid authorization code");
        if (issued.RedirectUri != form["redirect_uri"]) return Error("invalid_grant", "Invalid redirect URI");
        if (!Proves(form["code_verifier"].ToString(), issued.Challenge)) return Error("invalid_grant", "code_verifier was incorrect");
        return Tokens(world, issued.Grant, world.Grants.RefreshToken(issued.Grant));
    }

    private static IResult Refresh(IFormCollection form, FakeWorld world)
    {
        var token = form["refresh_token"].ToString();
        var (grant, failure) = world.Grants.ReadRefresh(token);
        if (grant is null) return Error("invalid_grant", failure is { Length: > 0 } ? failure : null);
        if (!world.Options.RotatesRefreshTokens) return Tokens(world, grant, null);
        world.Grants.MarkUsed(token);
        return Tokens(world, grant, world.Grants.RefreshToken(grant));
    }

    private static bool Proves(string verifier, string? challenge) => challenge is null
        || (verifier.Length is >= 43 and <= 128
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge);

    private static IResult Tokens(FakeWorld world, Grant grant, string? refreshToken)
    {
        var answer = new Dictionary<string, object>
        {
            ["access_token"] = world.Grants.AccessToken(grant),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Grants.AccessLifetime.TotalSeconds,
            ["scope"] = grant.Scope,
        };
        if (refreshToken is not null) answer["refresh_token"] = refreshToken;
        return Results.Json(answer);
    }

    private static IResult Error(string error, string? description)
    {
        var answer = new Dictionary<string, string> { ["error"] = error };
        if (description is not null) answer["error_description"] = description;
        return Results.Json(answer, statusCode: StatusCodes.Status400BadRequest);
    }
}
