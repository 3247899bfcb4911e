using System.Net;
using Personalify.Api.Tests.Hosting;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

/// <summary>Every visitor may enter the demo account, so no visitor may change it.</summary>
public sealed class DemoAccountTests
{
    private const string WayOut = "Make an account of your own";

    /// <summary>Mutations that change nothing of the signed-in user but the session.</summary>
    private static readonly string[] ForEverybody =
    [
        "clearCache", "createAccount", "createPasswordReset", "resetPassword", "signUp", "signIn", "signInToDemo", "signInWithSpotify",
        "completeSpotifyConnection", "signOut",
    ];

    [StoreFact]
    public async Task Every_mutation_that_changes_ones_own_data_is_refused_with_the_way_out()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var visitor = await VisitAsync(application);

        foreach (var (name, document) in await TextPlaces.MutationsOfAsync(visitor))
        {
            if (ForEverybody.Contains(name) || name == "importFiles") continue;
            var payload = (await visitor.QueryAsync(document)).GetProperty(name);
            Assert.Equal((name, "NotAllowedError"), (name, payload.ErrorType()));
            Assert.Contains(WayOut, payload.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task No_file_is_taken_neither_at_uploads_nor_in_a_form()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var visitor = await VisitAsync(application);

        using var upload = await visitor.PostFileAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z")));
        using var form = await visitor.Http.SendAsync(Form());

        Assert.Contains(WayOut, await upload.ErrorOfAsync(HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);
        Assert.Contains("an account of your own", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"imports":{"nodes":[]}}""", (await visitor.QueryAsync("{ me { imports { nodes { id } } } }"))
            .GetProperty("me").GetRawText());
    }

    [StoreFact]
    public async Task A_visitor_looks_and_leaves_like_anybody()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var visitor = await VisitAsync(application);

        Assert.Equal("demo", await visitor.MeAsync());
        Assert.True(
            (await visitor.QueryAsync("mutation { signOut { signedOut } }")).GetProperty("signOut").GetProperty("signedOut").GetBoolean());
        Assert.Null(await visitor.MeAsync());
    }

    private static async Task<ApiClient> VisitAsync(PersonalifyApplication application)
    {
        await application.AddDemoAsync();
        using var stranger = application.Connect();
        return application.Connect((await stranger.SignInToDemoAsync()).Token());
    }

    private static HttpRequestMessage Form()
    {
        const string operations =
            """{"query":"mutation($f: [Upload!]!) { importFiles(input: {files: $f}) { import { id } } }","variables":{"f":[null]}}""";
        var content = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent("""{"0":["variables.f.0"]}"""), "map" },
            { new StringContent("[]"), "0", "a.json" },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        return request;
    }
}
