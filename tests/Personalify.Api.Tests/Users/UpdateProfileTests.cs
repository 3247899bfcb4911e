using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Users;

public sealed class UpdateProfileTests
{
    [StoreFact]
    public async Task What_is_given_changes_and_the_rest_stays()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        await UpdateAsync(ada, """{ displayName: " Ada L. " }""");
        var outcome = await UpdateAsync(ada, """{ timeZone: "Asia/Tokyo", displayName: null }""");

        Assert.Equal("""{"displayName":"Ada L.","timeZone":"Asia/Tokyo"}""", outcome.GetProperty("user").GetRawText());
        Assert.Equal(
            """{"displayName":"Ada L.","timeZone":"Asia/Tokyo"}""",
            (await ada.QueryAsync("{ me { displayName timeZone } }")).GetProperty("me").GetRawText());
    }

    [StoreFact]
    public async Task One_wrong_field_keeps_the_other_from_being_written()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var outcome = await UpdateAsync(ada, """{ displayName: "Countess", timeZone: "Mars/Olympus" }""");

        Assert.Equal("timeZone", outcome.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal("ada", (await ada.QueryAsync("{ me { displayName } }")).GetProperty("me").GetProperty("displayName").GetString());
    }

    [StoreFact]
    public async Task Visitors_of_the_demo_do_not_change_it_for_each_other()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var stranger = application.Connect();
        using var visitor = application.Connect((await stranger.SignInToDemoAsync()).Token());

        Assert.Equal("NotAllowedError", (await UpdateAsync(visitor, """{ displayName: "I was here" }""")).Error());
    }

    private static async Task<JsonElement> UpdateAsync(ApiClient client, string input)
    {
        var data = await client.QueryAsync(
            "mutation { updateProfile(input: " + input + ") { user { displayName timeZone } errors { __typename ... on InvalidInputError { field } } } }");
        return data.GetProperty("updateProfile");
    }
}
