using Personalify.Api.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class SignInTests
{
    [StoreFact]
    public async Task The_right_password_gives_a_session_whatever_the_case_of_the_name()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("Ada");
        using var stranger = application.Connect();

        var outcome = await stranger.SignInAsync(" ADA ");

        Assert.Equal("Ada", outcome.User().GetProperty("name").GetString());
        Assert.Null(await stranger.MeAsync());
    }

    [StoreFact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var wrong = await ada.SignInAsync("ada", "wrong horse");
        var unknown = await ada.SignInAsync("eve", "wrong horse");

        Assert.Equal("SignInFailedError", wrong.Error());
        Assert.Equal(wrong.GetRawText(), unknown.GetRawText());
    }

    [StoreFact]
    public async Task After_too_many_failures_even_the_right_password_has_to_wait()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        for (var i = 0; i < SignInThrottle.AttemptsByName; i++) await ada.SignInAsync("ada", "wrong horse");

        var refused = await ada.SignInAsync("Ada");
        Assert.Equal("TooManyAttemptsError", refused.Error());
        Assert.Equal(900, refused.GetProperty("errors")[0].GetProperty("retryAfterSeconds").GetInt32());

        application.Time.Advance(SignInThrottle.Window);
        Assert.Equal("ada", (await ada.SignInAsync("ada")).User().GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task One_address_may_not_try_name_after_name_but_another_may_sign_in()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var guesser = application.Connect();
        guesser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        for (var i = 0; i < SignInThrottle.AttemptsByAddress; i++) await guesser.SignInAsync($"user{i}", new string('x', 200));

        Assert.Equal("TooManyAttemptsError", (await guesser.SignInAsync("ada")).Error());
        Assert.Equal("ada", (await ada.SignInAsync("ada")).User().GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task The_demo_account_needs_no_password_and_has_none()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        Assert.Equal("SignInFailedError", (await stranger.SignInToDemoAsync()).Error());
        await application.AddDemoAsync();

        Assert.True((await stranger.SignInToDemoAsync()).User().GetProperty("isDemo").GetBoolean());
        Assert.Equal("SignInFailedError", (await stranger.SignInAsync("demo", "")).Error());
    }

    [StoreFact]
    public async Task The_cookie_of_the_dashboard_signs_in_as_well()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        var token = (await stranger.SignUpAsync("ada")).Token();

        stranger.Http.DefaultRequestHeaders.Add("Cookie", $"personalify_session={token}");

        Assert.Equal("ada", await stranger.MeAsync());
    }

    [StoreFact]
    public async Task A_foreign_page_cannot_use_the_cookie_to_write()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        stranger.Http.DefaultRequestHeaders.Add("Cookie", $"personalify_session={(await stranger.SignUpAsync("ada")).Token()}");

        var form = await stranger.Http.PostAsync("/graphql", new StringContent("""{"query":"mutation { signOut { signedOut } }"}"""));
        var get = await stranger.Http.GetAsync("/graphql?query=mutation%7BsignOut%7BsignedOut%7D%7D");

        Assert.Equal(415, (int)form.StatusCode);
        Assert.Equal(405, (int)get.StatusCode);
        Assert.Equal("ada", await stranger.MeAsync());
        Assert.DoesNotContain(get.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [StoreFact]
    public async Task No_answer_shows_a_hash()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var fields = await ada.QueryAsync("""{ __type(name: "User") { fields { name } } }""");

        // Whether there is a password may be known; nothing of it.
        Assert.DoesNotContain("assword", fields.GetRawText().Replace("\"hasPassword\"", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("spotifyId", fields.GetRawText(), StringComparison.Ordinal);
    }
}
