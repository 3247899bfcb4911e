using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Users;

public sealed class UserTests
{
    [StoreFact]
    public async Task A_listener_sees_the_own_account_and_an_administrator_every_one()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        using var listener = await application.ConnectAsAsync("bob", by: administrator);
        using var stranger = application.Connect();
        var (ada, bob) = (await IdAsync(administrator), await IdAsync(listener));

        Assert.Equal("bob", await NameAsync(listener, bob));
        Assert.Null(await NameAsync(listener, ada));
        Assert.Equal("bob", await NameAsync(administrator, bob));
        Assert.Null(await NameAsync(stranger, bob));
        Assert.Null(await NameAsync(administrator, GlobalId.Of("User", 999999)));
    }

    [StoreFact]
    public async Task An_account_may_be_seen_but_the_history_in_it_is_its_owners()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        using var listener = await application.ConnectAsAsync("bob", by: administrator);
        var bob = await IdAsync(listener);

        var own = await listener.SendAsync("query($id: ID!) { user(id: $id) { coverage { plays } } }", new { id = bob });
        var foreign = await administrator.SendAsync("query($id: ID!) { user(id: $id) { coverage { plays } } }", new { id = bob });

        Assert.False(own.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal("AUTH_NOT_AUTHORIZED", foreign.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static async Task<string> IdAsync(ApiClient client) =>
        (await client.QueryAsync("{ me { id } }")).GetProperty("me").GetProperty("id").GetString()!;

    private static async Task<string?> NameAsync(ApiClient client, string id)
    {
        var user = (await client.QueryAsync("query($id: ID!) { user(id: $id) { name } }", new { id })).GetProperty("user");
        return user.ValueKind == JsonValueKind.Null ? null : user.GetProperty("name").GetString();
    }
}
