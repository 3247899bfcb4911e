using System.Text.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class ChangePasswordTests
{
    private const string NewPassword = "battery staple";

    [StoreFact]
    public async Task The_new_password_signs_in_and_the_other_sessions_end()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var thief = application.Connect((await ada.SignInAsync("ada")).Token());

        var outcome = await ChangeAsync(ada, Accounts.Password, NewPassword);

        Assert.Equal("ada", outcome.GetProperty("user").GetProperty("name").GetString());
        Assert.Equal("ada", await ada.MeAsync());
        Assert.Null(await thief.MeAsync());
        Assert.Equal("SignInFailedError", (await ada.SignInAsync("ada")).Error());
        Assert.Equal("ada", (await ada.SignInAsync("ada", NewPassword)).User().GetProperty("name").GetString());
    }

    [StoreTheory]
    [InlineData("wrong horse", NewPassword, "currentPassword")]
    [InlineData(Accounts.Password, "short", "newPassword")]
    public async Task A_wrong_field_is_named_and_nothing_changes(string current, string next, string field)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var outcome = await ChangeAsync(ada, current, next);

        Assert.Equal("InvalidInputError", outcome.Error());
        Assert.Equal(field, outcome.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.Equal("ada", (await ada.SignInAsync("ada")).User().GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task The_demo_account_keeps_having_no_password()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var stranger = application.Connect();
        using var visitor = application.Connect((await stranger.SignInToDemoAsync()).Token());

        Assert.Equal("NotAllowedError", (await ChangeAsync(visitor, "", NewPassword)).Error());
    }

    [StoreFact]
    public async Task Nobody_changes_a_password_without_a_session()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();

        var response = await stranger.SendAsync(
            """mutation { changePassword(input: { currentPassword: "a", newPassword: "b" }) { user { id } } }""");

        Assert.Equal("AUTH_NOT_AUTHENTICATED", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static async Task<JsonElement> ChangeAsync(ApiClient client, string currentPassword, string newPassword)
    {
        var input = new { currentPassword, newPassword };
        var data = await client.QueryAsync(
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { user { name } errors { __typename ... on Error { message } ... on InvalidInputError { field } } } }",
            new { input });
        return data.GetProperty("changePassword");
    }
}
