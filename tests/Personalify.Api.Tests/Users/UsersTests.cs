using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Users;

public sealed class UsersTests
{
    private const string Page = "query($first: Int, $after: String, $last: Int, $before: String) { users(first: $first, after: $after, last: $last, before: $before) "
        + "{ nodes { name role isDemo } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

    [StoreFact]
    public async Task An_administrator_sees_every_account_in_the_order_in_which_they_were_made()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        await administrator.CreateAccountAsync("bob");

        var users = (await administrator.QueryAsync(Page)).GetProperty("users").GetProperty("nodes");

        Assert.Equal(
            """[{"name":"demo","role":"LISTENER","isDemo":true},{"name":"ada","role":"ADMINISTRATOR","isDemo":false},{"name":"bob","role":"LISTENER","isDemo":false}]""",
            users.GetRawText());
    }

    [StoreFact]
    public async Task Nobody_else_sees_the_list()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        using var listener = await application.ConnectAsAsync("bob", by: administrator);
        using var stranger = application.Connect();

        foreach (var client in (ApiClient[])[listener, stranger])
        {
            var error = (await client.SendAsync(Page)).GetProperty("errors")[0];
            Assert.StartsWith("AUTH_NOT_AUTH", error.GetProperty("extensions").GetProperty("code").GetString(), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task The_list_comes_in_pages_from_both_ends()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        foreach (var name in (string[])["bob", "cleo", "dan"]) await administrator.CreateAccountAsync(name);

        var first = await PageAsync(administrator, new { first = 2 });
        var second = await PageAsync(administrator, new { first = 2, after = Cursor(first, "endCursor") });
        var last = await PageAsync(administrator, new { last = 2 });
        var before = await PageAsync(administrator, new { last = 3, before = Cursor(last, "startCursor") });

        Assert.Equal(("ada bob", true, false), Outline(first));
        Assert.Equal(("cleo dan", false, true), Outline(second));
        Assert.Equal(("cleo dan", false, true), Outline(last));
        Assert.Equal(("ada bob", true, false), Outline(before));
    }

    [StoreTheory]
    [InlineData("x")]
    [InlineData("i-1")]
    [InlineData("i99999999999")]
    public async Task A_cursor_of_another_list_is_refused(string cursor)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");

        var message = (await administrator.SendAsync(Page, new { first = 2, after = cursor })).GetProperty("errors")[0].GetProperty("message").GetString();

        Assert.Equal("after is not a cursor of this list. Take one from pageInfo or an edge.", message);
    }

    private static async Task<JsonElement> PageAsync(ApiClient client, object variables) => (await client.QueryAsync(Page, variables)).GetProperty("users");

    private static string? Cursor(JsonElement page, string which) => page.GetProperty("pageInfo").GetProperty(which).GetString();

    private static (string Names, bool HasNext, bool HasPrevious) Outline(JsonElement page) => (
        string.Join(' ', page.GetProperty("nodes").EnumerateArray().Select(user => user.GetProperty("name").GetString())),
        page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean(),
        page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
}
