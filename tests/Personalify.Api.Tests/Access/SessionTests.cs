using Npgsql;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

public sealed class SessionTests
{
    [StoreFact]
    public async Task A_session_ends_thirty_days_after_its_last_use()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        application.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal("ada", await ada.MeAsync());
        application.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal("ada", await ada.MeAsync());
        application.Time.Advance(TimeSpan.FromDays(30));
        Assert.Null(await ada.MeAsync());
    }

    [StoreFact]
    public async Task Signing_out_ends_this_session_and_no_other()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var phone = await application.ConnectAsAsync("ada");
        using var laptop = application.Connect((await phone.SignInAsync("ada")).Token());

        Assert.True(await SignOutAsync(phone));
        Assert.False(await SignOutAsync(phone));

        Assert.Null(await phone.MeAsync());
        Assert.Equal("ada", await laptop.MeAsync());
    }

    [StoreFact]
    public async Task Sessions_that_are_looked_up_together_are_each_their_own()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bram = await application.ConnectAsAsync("bram", ada);
        using var stranger = application.Connect("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        (ApiClient Client, string? Name)[] all = [(ada, "ada"), (bram, "bram"), (stranger, null)];

        var names = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => all[number % all.Length].Client.MeAsync()));

        Assert.Equal(Enumerable.Range(0, 300).Select(number => all[number % all.Length].Name), names);
        Assert.True(await SignOutAsync(bram));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bram.MeAsync())), Assert.Null);
    }

    [StoreTheory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_token_is_nobody(string token)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect(token);

        Assert.Null(await stranger.MeAsync());
    }

    [StoreFact]
    public async Task The_database_holds_no_token_and_no_password()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        var token = (await stranger.SignUpAsync("ada")).Token();
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT encode(hash, 'base64') || encode(hash, 'escape') FROM tokens UNION ALL SELECT password_hash FROM users");
        await using var reader = await command.ExecuteReaderAsync();

        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));

        Assert.Equal(2, values.Count);
        Assert.All(values, value => Assert.False(value.Contains(token, StringComparison.Ordinal) || value.Contains(Accounts.Password, StringComparison.Ordinal)));
    }

    private static async Task<bool> SignOutAsync(ApiClient client) =>
        (await client.QueryAsync("mutation { signOut { signedOut } }")).GetProperty("signOut").GetProperty("signedOut").GetBoolean();
}
