using System.Text.Json;
using Npgsql;
using Personalify.Api.Tests.Imports;
using Personalify.GraphQL.Commands;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class PasswordResetTests
{
    private const string NewPassword = "battery staple";

    [StoreFact]
    public async Task A_link_sets_a_password_once_and_ends_every_session_of_before()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        using var stranger = application.Connect();
        var token = await LinkAsync(ada, "BOB");
        Assert.True(await IsOpenAsync(stranger, token));

        using var back = application.Connect((await UseAsync(stranger, token)).Token());

        Assert.Equal("bob", await back.MeAsync());
        Assert.Null(await bob.MeAsync());
        Assert.Equal("ada", await ada.MeAsync());
        Assert.Equal("SignInFailedError", (await stranger.SignInAsync("bob")).Error());
        Assert.Equal("bob", (await stranger.SignInAsync("bob", NewPassword)).User().GetProperty("name").GetString());
        Assert.Equal("ResetLinkError", (await UseAsync(stranger, token)).ErrorType());
        Assert.False(await IsOpenAsync(stranger, token));
        Assert.False(await IsOpenAsync(stranger, "made up"));
        Assert.Equal("bob", await back.MeAsync());
    }

    [StoreTheory]
    [InlineData("23:59:59", null)]
    [InlineData("1.00:00:00", "ResetLinkError")]
    public async Task A_link_works_for_a_day(string age, string? error)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var token = await LinkAsync(ada, "ada");
        application.Time.Advance(TimeSpan.Parse(age, null));

        var outcome = await UseAsync(ada, token);

        Assert.Equal(error, outcome.GetProperty("session").ValueKind == JsonValueKind.Null ? outcome.ErrorType() : null);
    }

    [StoreFact]
    public async Task A_newer_link_and_a_changed_password_take_the_place_of_a_link()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var (first, second) = (await LinkAsync(ada, "ada"), await LinkAsync(ada, "ada"));
        Assert.Equal("ResetLinkError", (await UseAsync(ada, first)).ErrorType());

        await ada.QueryAsync(
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } } }",
            new { input = new { currentPassword = Accounts.Password, newPassword = "another one" } });

        Assert.Equal("ResetLinkError", (await UseAsync(ada, second)).ErrorType());
    }

    [StoreFact]
    public async Task A_password_that_cannot_be_leaves_the_link_as_it_is()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var token = await LinkAsync(ada, "ada");

        Assert.Equal("InvalidInputError", (await UseAsync(ada, token, "short")).ErrorType());
        Assert.NotEmpty((await UseAsync(ada, token)).Token());
    }

    [StoreFact]
    public async Task Only_administrators_make_links_and_only_for_accounts_with_a_password()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        using var stranger = application.Connect();

        Assert.Equal("NotAllowedError", (await CreateAsync(bob, "ada")).ErrorType());
        Assert.Equal("NotAllowedError", (await CreateAsync(stranger, "ada")).ErrorType());
        Assert.Equal("NotAllowedError", (await CreateAsync(ada, "demo")).ErrorType());
        Assert.Equal("InvalidInputError", (await CreateAsync(ada, "cleo")).ErrorType());
        Assert.Equal("ResetLinkError", (await UseAsync(stranger, "made up")).ErrorType());
    }

    [StoreFact]
    public async Task A_session_is_no_link_and_a_link_no_session_and_the_database_knows_only_its_hash()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var (link, session) = (await LinkAsync(ada, "ada"), (await ada.SignInAsync("ada")).Token());
        using var thief = application.Connect(link);

        Assert.Null(await thief.MeAsync());
        Assert.Equal("ResetLinkError", (await UseAsync(ada, session)).ErrorType());
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand("SELECT string_agg(row::text || encode(hash, 'escape'), '') FROM tokens AS row");
        Assert.DoesNotContain(link, (string)(await command.ExecuteScalarAsync())!, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_command_line_prints_a_link_that_works()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var (exitCode, output) = await RunAsync(application, "--name", "Ada", "--web", "https://music.example/");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Matches(@"^https://music\.example/reset-password/[\w-]{43}\nFor ada, once, until 2026-03-02 12:00 UTC\.\n$", output);
        Assert.NotEmpty((await UseAsync(ada, output.Split('\n')[0].Split('/')[^1])).Token());
    }

    [StoreTheory]
    [InlineData(ExitCode.Usage, "--name NAME is missing")]
    [InlineData(ExitCode.Failed, "No account has the name 'cleo'", "--name", "cleo")]
    [InlineData(ExitCode.Usage, "is no address", "--name", "ada", "--web", "music")]
    public async Task The_command_line_says_what_is_wrong(int exitCode, string sentence, params string[] arguments)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var (code, output) = await RunAsync(application, arguments);

        Assert.Equal(exitCode, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(PersonalifyApplication application, params string[] arguments)
    {
        await using var output = new StringWriter();
        var exitCode = await new CommandTable(application.Services).RunAsync(["users", "reset-link", .. arguments], output, output);
        return (exitCode, output.ToString());
    }

    private static async Task<string> LinkAsync(ApiClient client, string name) =>
        (await CreateAsync(client, name)).GetProperty("passwordReset").GetProperty("token").GetString()!;

    private static async Task<JsonElement> CreateAsync(ApiClient client, string name) => (await client.QueryAsync(
        "mutation($input: CreatePasswordResetInput!) "
        + "{ createPasswordReset(input: $input) { passwordReset { token expiresAt } errors { __typename } } }",
        new { input = new { name } })).GetProperty("createPasswordReset");

    private static async Task<JsonElement> UseAsync(
        ApiClient client, string token, string newPassword = NewPassword) => (await client.QueryAsync(
        "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { session { token } errors { __typename } } }",
        new { input = new { token, newPassword } })).GetProperty("resetPassword");

    private static async Task<bool> IsOpenAsync(ApiClient client, string token) =>
        (await client.QueryAsync("query($token: String!) { isResetLinkOpen(token: $token) }", new { token })).GetProperty("isResetLinkOpen").GetBoolean();
}
