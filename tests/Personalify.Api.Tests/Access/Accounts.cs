using System.Text.Json;

namespace Personalify.Api.Tests.Access;

/// <summary>The operations of accounts as the tests of every feature need them.</summary>
internal static class Accounts
{
    public const string Password = "correct horse";

    private const string Session = "session { token expiresAt user { id name displayName role timeZone isDemo } }";
    private const string Made = " errors { __typename ... on Error { message } ... on InvalidInputError { field } ... on NameTakenError { field } } }";
    private const string SignedIn = "{ " + Session + " errors { __typename ... on Error { message } ... on TooManyAttemptsError { retryAfterSeconds } } }";

    public static async Task<JsonElement> CreateAccountAsync(
        this ApiClient client, string name, string password = Password, string? displayName = null, string? timeZone = null)
    {
        var input = new { name, password, displayName, timeZone };
        var data = await client.QueryAsync("mutation($input: CreateAccountInput!) { createAccount(input: $input) { user { id name displayName role timeZone isDemo }" + Made + " }", new { input });
        return data.GetProperty("createAccount");
    }

    public static async Task<JsonElement> SignUpAsync(
        this ApiClient client, string name, string password = Password, string? displayName = null, string? timeZone = null)
    {
        var input = new { name, password, displayName, timeZone };
        var data = await client.QueryAsync("mutation($input: SignUpInput!) { signUp(input: $input) { " + Session + Made + " }", new { input });
        return data.GetProperty("signUp");
    }

    public static async Task<JsonElement> SignInAsync(this ApiClient client, string name, string password = Password)
    {
        var input = new { name, password };
        return (await client.QueryAsync("mutation($input: SignInInput!) { signIn(input: $input) " + SignedIn + " }", new { input })).GetProperty("signIn");
    }

    public static async Task<JsonElement> SignInToDemoAsync(this ApiClient client) =>
        (await client.QueryAsync("mutation { signInToDemo " + SignedIn + " }")).GetProperty("signInToDemo");

    /// <summary>Makes an account and returns its client.</summary>
    public static async Task<ApiClient> ConnectAsAsync(this PersonalifyApplication application, string name, ApiClient? by = null)
    {
        using var stranger = application.Connect();
        if (by is null) return application.Connect((await stranger.SignUpAsync(name)).Token());
        await by.CreateAccountAsync(name);
        return application.Connect((await stranger.SignInAsync(name)).Token());
    }

    public static string Token(this JsonElement outcome) => outcome.GetProperty("session").GetProperty("token").GetString()!;

    public static JsonElement User(this JsonElement outcome) =>
        outcome.TryGetProperty("user", out var made) ? made : outcome.GetProperty("session").GetProperty("user");

    /// <summary>The type of the only error.</summary>
    public static string Error(this JsonElement outcome)
    {
        Assert.Equal(JsonValueKind.Null, outcome.TryGetProperty("session", out var session) ? session.ValueKind : JsonValueKind.Null);
        return Assert.Single(outcome.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString()!;
    }

    /// <summary>The name of who is signed in, or null.</summary>
    public static async Task<string?> MeAsync(this ApiClient client)
    {
        var me = (await client.QueryAsync("{ me { name } }")).GetProperty("me");
        return me.ValueKind == JsonValueKind.Null ? null : me.GetProperty("name").GetString();
    }
}
