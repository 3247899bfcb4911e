using Personalify.Api.Remote.NodeB;
using Personalify.Api.Remote.Replication;
using Personalify.Api.Tests.Data;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary>How node B comes to follow node A, what it gets, and how one sees where it stands.</summary>
public sealed class ReplicationTests
{
    private static readonly GivenFile Export = GivenFile.Extended(
        new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour"),
        new GivenRow("2024-03-03T10:00:00Z", "Harbour", Ms: 9_000));

    [StoreFact]
    public async Task Plays_that_were_there_and_plays_that_come_are_copied()
    {
        await using var main = await MigratedDatabase.CreateAsync();
        await using var nodes = await TwoNodes.CreateOnAsync(main, await TestDatabase.CreateOnStatsAsync());
        await nodes.Home.ImportAsync(Export);
        await nodes.PrepareAsync();
        await nodes.AssertEqualAsync();
        Assert.Equal(3, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM plays"));

        await nodes.Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-04-01T10:00:00Z", "Signals")));

        await nodes.AssertEqualAsync();
        Assert.Equal(4, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM plays"));
        Assert.Equal(3, await nodes.ReadStatsAsync<long>("SELECT plays FROM community.listeners WHERE user_id = 1"));
    }

    [StoreFact]
    public async Task Nothing_of_a_person_but_a_number_leaves_node_A()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        var published = await nodes.Home.ReadAsync<string>(
            "SELECT string_agg(tablename || ' ' || array_to_string(attnames, ' '), E'\n' ORDER BY tablename) FROM pg_publication_tables WHERE pubname = 'personalify_stats'");

        Assert.Equal(
            """
            albums user_id id artist_id name name_key release_date
            artists user_id id name name_key genres
            plays ended_at reported_at offline_at user_id track_id ms_played ordinal source reason_end shuffle skipped offline is_superseded
            spotify_albums spotify_id name album_type release_date release_date_precision total_tracks
            spotify_artists spotify_id name genres popularity
            spotify_tracks spotify_id name artist_ids artist_names album_id duration_ms is_explicit popularity
            tracks user_id id spotify_id artist_id album_id name name_key duration_ms
            users id created_at is_in_community
            """.ReplaceLineEndings("\n"), published);
    }

    [StoreFact]
    public async Task Its_role_on_node_A_reads_what_is_published_and_nothing_else()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        const string readable =
            """
            SELECT string_agg(table_name || '.' || column_name, ' ' ORDER BY table_name, column_name)
            FROM information_schema.columns AS known, (SELECT 'personalify_stats_' || oid AS name FROM pg_database WHERE datname = current_database()) AS role
            WHERE table_schema = 'public' AND table_name IN ('users', 'tokens', 'imports', 'polled_plays')
                AND has_column_privilege(role.name, format('%I.%I', table_schema, table_name), column_name, 'SELECT')
            """;

        Assert.Equal("users.created_at users.id users.is_in_community", await nodes.Home.ReadAsync<string>(readable));
    }

    [StoreFact]
    public async Task Preparing_again_changes_nothing()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();
        var before = await nodes.ReadStatsAsync<uint>(
            "SELECT oid FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())");

        await nodes.PrepareAsync();

        Assert.Equal(before, await nodes.ReadStatsAsync<uint>(
            "SELECT oid FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())"));
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task A_node_B_that_was_lost_is_filled_again()
    {
        await using var main = await MigratedDatabase.CreateAsync();
        await using var first = await TwoNodes.CreateOnAsync(main, await TestDatabase.CreateOnStatsAsync());
        await first.PrepareAsync();
        await first.Home.ImportAsync(Export);
        await first.AssertEqualAsync();
        await first.StatsDatabase.DisposeAsync();

        await using var second = await TwoNodes.CreateOnAsync(main, await TestDatabase.CreateOnStatsAsync());
        await Eventually.IsTrueAsync(async () => await second.Home.ReadAsync<bool>(
            "SELECT NOT active FROM pg_replication_slots WHERE database = current_database()"), "node A notices that node B is gone");
        await second.PrepareAsync();

        await second.AssertEqualAsync();
        Assert.Equal(3, await second.ReadStatsAsync<long>("SELECT count(*) FROM plays"));
    }

    [StoreFact]
    public async Task A_slot_that_another_node_B_uses_is_left_to_it()
    {
        await using var main = await MigratedDatabase.CreateAsync();
        await using var first = await TwoNodes.CreateOnAsync(main, await TestDatabase.CreateOnStatsAsync());
        await first.PrepareAsync();
        await first.CatchUpAsync();
        await using var second = await TwoNodes.CreateOnAsync(main, await TestDatabase.CreateOnStatsAsync());

        var refusal = await Assert.ThrowsAsync<NodeBException>(second.PrepareAsync);

        Assert.StartsWith("Another node B follows node A", refusal.Message, StringComparison.Ordinal);
        await first.Home.ImportAsync(Export);
        await first.AssertEqualAsync();
    }

    [StoreFact]
    public async Task A_node_B_of_another_node_A_is_not_emptied_unasked()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();
        await using var main = await MigratedDatabase.CreateAsync();
        await using var other = await TwoNodes.CreateOnAsync(main, nodes.StatsDatabase);

        var refusal = await Assert.ThrowsAsync<NodeBException>(other.PrepareAsync);

        Assert.Contains("remote resync", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ReplicationState.ResyncNeeded, (await other.StatusAsync()).State);
        Assert.Equal(3, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM plays"));
    }

    [StoreFact]
    public async Task Another_address_of_node_A_is_taken_up_at_the_next_start()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.CatchUpAsync();
        var before = await nodes.ReadStatsAsync<string>("SELECT address FROM community.subscriptions");

        await using var moved = await TwoNodes.CreateOnAsync(
            nodes.MainDatabase, nodes.StatsDatabase, ("Replication:Host", "localhost"));
        await moved.PrepareAsync();
        await moved.Home.ImportAsync(Export);

        Assert.Contains("host='127.0.0.1'", before, StringComparison.Ordinal);
        Assert.Contains("host='localhost'", await moved.ReadStatsAsync<string>(
            "SELECT subconninfo FROM pg_subscription JOIN pg_database ON pg_database.oid = subdbid WHERE datname = current_database()"),
            StringComparison.Ordinal);
        await moved.AssertEqualAsync();
    }

    [StoreFact]
    public async Task The_status_says_where_node_B_stands()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();
        await Eventually.IsTrueAsync(async () => (await nodes.StatusAsync()).State == ReplicationState.Streaming, "it streams");
        Assert.NotNull((await nodes.StatusAsync()).RefreshedAt);

        await nodes.ExecuteSubscriptionAsync("DISABLE");
        await nodes.Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-04-01T10:00:00Z", "Signals")));

        await Eventually.IsTrueAsync(async () => (await nodes.StatusAsync()).LagBytes > 0, "what was imported is in the log of node A");
        var stopped = await nodes.StatusAsync();
        Assert.Equal(ReplicationState.Stopped, stopped.State);
        Assert.Contains("ENABLE", stopped.Reason, StringComparison.Ordinal);
        Assert.True(stopped.RetainedBytes > 0, $"{stopped}");

        await nodes.ExecuteSubscriptionAsync("ENABLE");
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task A_slot_that_is_gone_needs_a_resync_which_brings_everything_back()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();
        await nodes.ExecuteSubscriptionAsync("DISABLE");
        await nodes.Home.Get<NodeA>().DropSlotsAsync(await nodes.Home.Get<NodeA>().FindNameAsync(default), default);
        await nodes.Home.ImportAsync(GivenFile.Extended(new GivenRow("2024-04-01T10:00:00Z", "Signals")));
        Assert.Equal(ReplicationState.ResyncNeeded, (await nodes.StatusAsync()).State);

        await nodes.Home.Get<ReplicationStep>().ResyncAsync(default);

        await nodes.AssertEqualAsync();
        Assert.Equal(ReplicationState.Streaming, (await nodes.StatusAsync()).State);
        Assert.Equal(4, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM plays"));
    }
}
