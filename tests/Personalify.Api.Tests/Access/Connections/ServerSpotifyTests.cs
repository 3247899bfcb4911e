using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

/// <summary>What the server tells of its app at Spotify and of the ways that are open.</summary>
public sealed class ServerSpotifyTests
{
    [StoreFact]
    public async Task Who_has_the_state_of_an_open_way_is_told_which_account_it_would_connect()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        using var stranger = home.Application.Connect();
        var address = await ada.BeginAsync();
        var signsIn = await stranger.BeginAsync(signsIn: true);

        Assert.Equal("ada", await BegunByAsync(stranger, StateOf(address)));
        Assert.Null(await BegunByAsync(stranger, StateOf(signsIn)));
        Assert.Null(await BegunByAsync(stranger, "made-up"));

        home.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await BegunByAsync(stranger, StateOf(address)));
    }

    [StoreFact]
    public async Task A_way_that_was_gone_names_nobody()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        var landed = await home.GoAsync(ada, "ada");
        Assert.Equal("ada", await BegunByAsync(ada, StateOf(landed.ToString())));

        (await ada.CompleteAsync(landed)).Completion();

        Assert.Null(await BegunByAsync(ada, StateOf(landed.ToString())));
    }

    [StoreFact]
    public async Task Administrators_see_how_many_listeners_use_the_servers_app_and_others_do_not()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        using var bram = await home.Application.ConnectAsAsync("bram", by: ada);
        Assert.Equal(0, await ListenersAsync(ada));
        (await home.ConnectAsync(ada, "ada")).Completion();
        (await home.ConnectAsync(bram, "bram")).Completion();

        Assert.Equal(2, await ListenersAsync(ada));
        Assert.Null(await ListenersAsync(bram));
        await bram.DisconnectAsync(keepData: true);
        Assert.Equal(1, await ListenersAsync(ada));
    }

    [StoreFact]
    public async Task Who_brings_an_app_takes_no_place_of_the_servers()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        (await home.ConnectAsync(ada, "ada")).Completion();
        await home.ExecuteAsync("UPDATE spotify_connections SET client_id = 'an-app-of-her-own'");

        Assert.Equal(0, await ListenersAsync(ada));
    }

    private static string StateOf(string address) => QueryHelpers.ParseQuery(new Uri(address).Query)["state"]!;

    private static async Task<string?> BegunByAsync(ApiClient client, string state) => (await client.QueryAsync(
        "query($state: String!) { server { spotify { begunBy(state: $state) } } }", new { state }))
        .GetProperty("server").GetProperty("spotify").GetProperty("begunBy").GetString();

    private static async Task<int?> ListenersAsync(ApiClient client)
    {
        var listeners = (await client.QueryAsync("{ server { spotify { listeners } } }"))
            .GetProperty("server").GetProperty("spotify").GetProperty("listeners");
        return listeners.ValueKind == JsonValueKind.Null ? null : listeners.GetInt32();
    }
}
