using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class CreateAccountTests
{
    [StoreFact]
    public async Task The_first_account_is_the_administrators_and_is_signed_in()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        Assert.Equal("""{"needsFirstAccount":true,"hasDemo":false}""", await ServerAsync(stranger));

        var outcome = await stranger.SignUpAsync("  Ada ", timeZone: "Europe/London");

        Assert.Equal("ADMINISTRATOR", outcome.User().GetProperty("role").GetString());
        Assert.Equal("Ada", outcome.User().GetProperty("displayName").GetString());
        Assert.Equal("Europe/London", outcome.User().GetProperty("timeZone").GetString());
        Assert.Equal("2026-03-31T12:00:00", outcome.GetProperty("session").GetProperty("expiresAt").GetString()![..19]);
        using var ada = application.Connect(outcome.Token());
        Assert.Equal("Ada", await ada.MeAsync());
        Assert.Equal("""{"needsFirstAccount":false,"hasDemo":false}""", await ServerAsync(stranger));
    }

    [StoreFact]
    public async Task Later_accounts_are_made_by_the_administrator_alone()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        using var stranger = application.Connect();

        Assert.Equal("NotAllowedError", (await stranger.SignUpAsync("eve")).Error());
        var bob = await administrator.CreateAccountAsync("bob");
        Assert.Equal("LISTENER", bob.User().GetProperty("role").GetString());
        using var listener = application.Connect((await stranger.SignInAsync("bob")).Token());
        Assert.Equal("NotAllowedError", (await listener.CreateAccountAsync("eve")).Error());
    }

    [StoreFact]
    public async Task A_stranger_creates_no_account_for_another_person_and_no_one_signs_up_a_second_time()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        Assert.Equal("NotAllowedError", (await stranger.CreateAccountAsync("ada")).Error());
        Assert.StartsWith("""{"needsFirstAccount":true""", await ServerAsync(stranger), StringComparison.Ordinal);

        using var administrator = await application.ConnectAsAsync("ada");
        Assert.Equal("NotAllowedError", (await administrator.SignUpAsync("eve")).Error());
    }

    [StoreFact]
    public async Task An_administrator_gets_no_session_of_the_person_whose_account_it_is()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");

        var bob = await administrator.CreateAccountAsync("bob");

        Assert.Equal("bob", bob.User().GetProperty("name").GetString());
        await using var source = Npgsql.NpgsqlDataSource.Create(application.ConnectionString);
        await using var sessions = source.CreateCommand("SELECT count(*) FROM tokens JOIN users ON users.id = user_id WHERE name = 'bob'");
        Assert.Equal(0L, await sessions.ExecuteScalarAsync());
    }

    [StoreFact]
    public async Task A_demo_account_does_not_count_as_the_first()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var stranger = application.Connect();

        Assert.Equal("""{"needsFirstAccount":true,"hasDemo":true}""", await ServerAsync(stranger));
        Assert.Equal("ADMINISTRATOR", (await stranger.SignUpAsync("ada")).User().GetProperty("role").GetString());
    }

    [StoreFact]
    public async Task Of_many_strangers_at_once_only_one_becomes_the_first()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => stranger.SignUpAsync($"user{number}")));

        Assert.Single(outcomes, outcome => outcome.GetProperty("session").ValueKind == System.Text.Json.JsonValueKind.Object);
    }

    [StoreFact]
    public async Task A_name_is_taken_whatever_its_case()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("Zoë");

        var outcome = await administrator.CreateAccountAsync("zOE\u0308");

        Assert.Equal("NameTakenError", outcome.Error());
        Assert.Equal("name", outcome.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [StoreTheory]
    [InlineData("", "correct horse", null, null, "name")]
    [InlineData("a\u202eb", "correct horse", null, null, "name")]
    [InlineData("ada", "short", null, null, "password")]
    [InlineData("ada", "correct horse", "  ", null, "displayName")]
    [InlineData("ada", "correct horse", null, "Mars/Olympus", "timeZone")]
    public async Task A_wrong_field_is_named_and_nothing_is_made(string name, string password, string? displayName, string? timeZone, string field)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();

        var outcome = await stranger.SignUpAsync(name, password, displayName, timeZone);

        Assert.Equal("InvalidInputError", outcome.Error());
        Assert.Equal(field, outcome.GetProperty("errors")[0].GetProperty("field").GetString());
        Assert.StartsWith("""{"needsFirstAccount":true""", await ServerAsync(stranger), StringComparison.Ordinal);
    }

    private static async Task<string> ServerAsync(ApiClient client) =>
        (await client.QueryAsync("{ server { needsFirstAccount hasDemo } }")).GetProperty("server").GetRawText();
}
