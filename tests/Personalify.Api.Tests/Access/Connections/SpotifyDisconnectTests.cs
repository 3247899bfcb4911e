using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access.Connections;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

public sealed class SpotifyDisconnectTests
{
    private readonly Store _store = new();

    [StoreFact]
    public async Task Keeping_ends_the_tokens_and_the_listener_comes_back_to_the_same_data()
    {
        await using var home = await StartAsync();
        using var ada = await home.AdaAsync();
        await home.ConnectAsync(ada, "ada");
        var late = await home.GoAsync(ada, "ada");

        var outcome = (await ada.DisconnectAsync(keepData: true)).GetProperty("spotifyDisconnection");

        Assert.Equal((true, false), (outcome.GetProperty("keptData").GetBoolean(), outcome.GetProperty("isWiped").GetBoolean()));
        var me = await ada.SpotifyAsync();
        Assert.Equal((JsonValueKind.Null, true), (me.GetProperty("spotify").ValueKind, me.GetProperty("keepsSpotifyData").GetBoolean()));
        Assert.Equal(1L, await home.ReadAsync<long>(
            "SELECT count(*) FROM spotify_connections WHERE access_token IS NULL AND refresh_token IS NULL AND status = 'DISCONNECTED'"));
        Assert.Null(await home.Get<SpotifyConnections>().FindAsync(1, CancellationToken.None));
        Assert.Empty(_store.Wiped);
        Assert.Equal("SpotifyStateError", (await ada.CompleteAsync(late)).ErrorName());
        Assert.Equal("NotAllowedError", (await ada.DisconnectAsync(keepData: true)).ErrorName());

        var back = (await home.EnterAsync("ada")).Completion();
        Assert.Equal("ada", back.GetProperty("session").GetProperty("user").GetProperty("name").GetString());
        Assert.False((await ada.SpotifyAsync()).GetProperty("keepsSpotifyData").GetBoolean());
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wiping_reaches_every_store_also_after_keeping(bool keepsFirst)
    {
        await using var home = await StartAsync();
        using var ada = await home.AdaAsync();
        await home.ConnectAsync(ada, "ada");
        if (keepsFirst) await ada.DisconnectAsync(keepData: true);

        var outcome = (await ada.DisconnectAsync(keepData: false)).GetProperty("spotifyDisconnection");

        Assert.True(outcome.GetProperty("isWiped").GetBoolean());
        Assert.Equal(("fake-ada", 1), (Assert.Single(_store.Wiped).SpotifyId, _store.Wiped[0].UserId));
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_connections"));
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_wipes"));
        Assert.Equal("NotAllowedError", (await ada.DisconnectAsync(keepData: false)).ErrorName());
    }

    [StoreFact]
    public async Task A_store_that_is_away_is_wiped_when_it_is_back_and_before_anything_new_comes()
    {
        await using var home = await StartAsync();
        using var ada = await home.AdaAsync();
        await home.ConnectAsync(ada, "ada");
        _store.IsAway = true;

        Assert.False((await ada.DisconnectAsync(keepData: false)).GetProperty("spotifyDisconnection").GetProperty("isWiped").GetBoolean());

        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_connections"));
        Assert.Equal("SpotifyUnreachableError", (await home.ConnectAsync(ada, "ada")).ErrorName());
        _store.IsAway = false;
        Assert.True(await home.Get<SpotifyWipes>().FinishAllAsync());
        Assert.Single(_store.Wiped);
        (await home.ConnectAsync(ada, "ada")).Completion();
        Assert.Single(_store.Wiped);
    }

    [StoreFact]
    public async Task An_account_without_a_password_sets_one_before_it_loses_its_only_way_in()
    {
        await using var home = await StartAsync();
        using var ada = home.Application.Connect((await home.EnterAsync("ada")).Completion().Token());

        Assert.Equal("NotAllowedError", (await ada.DisconnectAsync(keepData: false)).ErrorName());
        Assert.Equal("ACTIVE", (await ada.SpotifyAsync()).GetProperty("spotify").GetProperty("status").GetString());
        await ada.QueryAsync(
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } errors { __typename } } }",
            new { input = new { newPassword = Accounts.Password } });
        Assert.True((await ada.DisconnectAsync(keepData: false)).GetProperty("spotifyDisconnection").GetProperty("isWiped").GetBoolean());

        using var stranger = home.Application.Connect();
        Assert.NotEmpty((await stranger.SignInAsync("Ada (invented)")).Token());
    }

    [StoreFact]
    public async Task Deleting_the_account_wipes_and_without_a_password_its_name_confirms_it()
    {
        await using var home = await StartAsync();
        using var ada = home.Application.Connect((await home.EnterAsync("ada")).Completion().Token());

        Assert.Equal("InvalidInputError", (await DeleteAsync(ada, "Somebody")).ErrorName());
        Assert.True((await DeleteAsync(ada, "ada (invented)")).GetProperty("deleted").GetBoolean());

        Assert.Single(_store.Wiped);
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM spotify_connections)"));
    }

    [StoreFact]
    public async Task A_deletion_is_finished_in_a_store_that_was_away()
    {
        await using var home = await StartAsync();
        using var ada = home.Application.Connect((await home.EnterAsync("ada")).Completion().Token());
        _store.IsAway = true;
        Assert.True((await DeleteAsync(ada, "Ada (invented)")).GetProperty("deleted").GetBoolean());
        _store.IsAway = false;

        home.Advance(TimeSpan.FromMinutes(10));

        await Eventually.IsTrueAsync(() => _store.Wiped.Count == 1, "the sweeper wiped it");
    }

    [StoreFact]
    public async Task A_store_that_is_slow_for_one_listener_holds_up_no_other_one()
    {
        await using var home = await StartAsync();
        using var ada = await home.AdaAsync();
        await home.ConnectAsync(ada, "ada");
        await home.EnterAsync("bram");
        _store.SlowFor = 1;
        var slow = ada.DisconnectAsync(keepData: false);
        await _store.Begun.Task;

        Assert.True(await home.Get<SpotifyWipes>().BeginAsync(2, CancellationToken.None));
        (await home.EnterAsync("chiyo")).Completion();
        Assert.Equal("SpotifyUnreachableError", (await home.ConnectAsync(ada, "ada")).ErrorName());

        _store.Answers.SetResult();
        Assert.True((await slow).GetProperty("spotifyDisconnection").GetProperty("isWiped").GetBoolean());
        (await home.ConnectAsync(ada, "ada")).Completion();
    }

    [StoreFact]
    public async Task The_sweeper_wipes_one_listener_after_the_other()
    {
        await using var home = await StartAsync();
        using var ada = await home.AdaAsync();
        await home.ConnectAsync(ada, "ada");
        await home.EnterAsync("bram");
        _store.IsAway = true;
        await ada.DisconnectAsync(keepData: false);
        Assert.False(await home.Get<SpotifyWipes>().BeginAsync(2, CancellationToken.None));
        (_store.IsAway, _store.SlowFor) = (false, 1);
        var sweeping = home.Get<SpotifyWipes>().FinishAllAsync();
        await _store.Begun.Task;

        Assert.True(await home.Get<SpotifyWipes>().FinishAsync(2));

        _store.Answers.SetResult();
        Assert.True(await sweeping);
        Assert.Equal([2, 1], _store.Wiped.Select(link => link.UserId));
    }

    private Task<ConnectionHome> StartAsync() =>
        ConnectionHome.StartAsync(replace: services => services.AddSingleton<ISpotifyData>(_store));

    private static async Task<JsonElement> DeleteAsync(ApiClient client, string name) => (await client.QueryAsync(
        "mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted errors { __typename } } }",
        new { input = new { name } })).GetProperty("deleteAccount");

    private sealed class Store : ISpotifyData
    {
        public bool IsAway { get; set; }

        /// <summary>The listener for whom it waits until <see cref="Answers"/>.</summary>
        public int SlowFor { get; set; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<SpotifyConnection> Wiped { get; } = [];

        public async Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken)
        {
            if (IsAway) throw new TimeoutException("The store does not answer.");
            if (connection.UserId == SlowFor)
            {
                Begun.TrySetResult();
                await Answers.Task.WaitAsync(cancellationToken);
            }

            Wiped.Add(connection);
        }
    }
}
