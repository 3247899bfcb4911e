using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Access;
using Personalify.Api.Remote.Figures;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;
using Xunit.Abstractions;

namespace Personalify.Api.Tests.Remote;

/// <summary>The community's figures: whom and what they count, and that they equal their plays whatever happens on node A.</summary>
public sealed class FiguresTests(ITestOutputHelper output)
{
    private const string Tracks =
        "SELECT coalesce(string_agg(concat_ws(' ', artist_name, name, listeners, plays, milliseconds), ', ' ORDER BY name), '') FROM community.tracks";

    private static readonly GivenFile Export = GivenFile.Extended(
        new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T23:59:00Z", "Harbour"),
        new GivenRow("2024-03-03T10:00:00Z", "Harbour", Ms: 29_999));

    [StoreFact]
    public async Task They_count_plays_of_half_a_minute_of_those_who_joined()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.Home.ImportAsync(ImportHome.Bob, preview: false, Export);
        await nodes.CatchUpAsync();
        Assert.Equal("Mara Quill Harbour 1 1 200000, Mara Quill Lanterns 1 1 200000", await nodes.ReadStatsAsync<string>(Tracks));

        await nodes.SetMemberAsync(ImportHome.Bob, isMember: true);
        await nodes.AssertEqualAsync();
        Assert.Equal("Mara Quill Harbour 2 2 400000, Mara Quill Lanterns 2 2 400000", await nodes.ReadStatsAsync<string>(Tracks));
        Assert.Equal("2024-03-01 2 2, 2024-03-02 2 2", await nodes.ReadStatsAsync<string>(
            "SELECT string_agg(concat_ws(' ', id, listeners, plays), ', ' ORDER BY id) FROM community.days"));

        await nodes.SetMemberAsync(ImportHome.Ada, isMember: false);
        await nodes.SetMemberAsync(ImportHome.Bob, isMember: false);
        await nodes.AssertEqualAsync();
        Assert.Equal("", await nodes.ReadStatsAsync<string>(Tracks));
        Assert.Equal(0, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM community.listeners"));
    }

    [StoreFact]
    public async Task A_row_that_another_covers_counts_once_and_an_undo_brings_it_back()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z")));
        await nodes.AssertEqualAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.AssertEqualAsync();
        Assert.Equal(2, await nodes.ReadStatsAsync<long>("SELECT plays FROM community.listeners"));

        await nodes.Home.UndoAsync(number: 2);

        await nodes.AssertEqualAsync();
        Assert.Equal("Mara Quill Lanterns 1 1 200000", await nodes.ReadStatsAsync<string>(Tracks));
    }

    [StoreFact]
    public async Task A_deleted_account_leaves_nothing_on_node_B()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();

        Assert.True(await nodes.Home.Get<AccountDeletionStore>().DeleteAsync(ImportHome.Ada, CancellationToken.None));

        await nodes.AssertEqualAsync();
        Assert.Equal(0, await nodes.ReadStatsAsync<long>(
            """
            SELECT (SELECT count(*) FROM plays) + (SELECT count(*) FROM tracks) + (SELECT count(*) FROM artists) + (SELECT count(*) FROM albums)
                + (SELECT count(*) FROM users WHERE id = 1) + (SELECT count(*) FROM community.heard_tracks) + (SELECT count(*) FROM community.heard_days)
                + (SELECT count(*) FROM community.listeners) + (SELECT count(*) FROM community.listener_tracks)
                + (SELECT count(*) FROM community.tracks) + (SELECT count(*) FROM community.artists) + (SELECT count(*) FROM community.days)
                + (SELECT count(*) FROM community.gone)
            """));
    }

    [StoreFact]
    public async Task Genres_are_Spotifys_word_of_the_artist_who_plays_most_of_the_tracks()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.AssertEqualAsync();
        Assert.Equal(0, await nodes.ReadStatsAsync<long>("SELECT count(*) FROM community.genres"));

        await nodes.Home.ExecuteAsync(
            $"""
            INSERT INTO spotify_tracks (spotify_id, name, artist_ids, artist_names, fetched_at)
            VALUES ('{GivenRow.IdOf("Lanterns")}', 'Lanterns', ARRAY['mara'], ARRAY['MARA QUILL'], now());
            INSERT INTO spotify_artists (spotify_id, name, genres, fetched_at) VALUES ('mara', 'MARA QUILL', ARRAY['folk', 'ambient'], now())
            """);
        await nodes.AssertEqualAsync();
        const string genres = "SELECT string_agg(concat_ws(' ', id, listeners, plays), ', ' ORDER BY id) FROM community.genres";
        Assert.Equal("ambient 1 2, folk 1 2", await nodes.ReadStatsAsync<string>(genres));

        await nodes.Home.ExecuteAsync("UPDATE spotify_artists SET genres = ARRAY['folk', 'drone']");
        await nodes.AssertEqualAsync();
        Assert.Equal("drone 1 2, folk 1 2", await nodes.ReadStatsAsync<string>(genres));
    }

    [StoreFact]
    public async Task A_table_that_is_emptied_as_a_whole_is_counted_anew()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();

        await nodes.Home.ExecuteAsync("TRUNCATE plays");

        await nodes.AssertEqualAsync();
        Assert.Equal("", await nodes.ReadStatsAsync<string>(Tracks));
    }

    [StoreFact]
    public async Task A_refresh_with_nothing_new_is_none()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await nodes.Home.ImportAsync(Export);
        await nodes.CatchUpAsync();
        var refreshes = await nodes.ReadStatsAsync<long>("SELECT refreshes FROM community.refreshes");

        Assert.False(await nodes.Figures.RefreshAsync(CancellationToken.None));

        Assert.Equal(refreshes, await nodes.ReadStatsAsync<long>("SELECT refreshes FROM community.refreshes"));
    }

    [StoreFact]
    public async Task Two_processes_that_refresh_at_the_same_time_count_once()
    {
        await using var nodes = await TwoNodes.CreateAsync();
        await using var others = NpgsqlDataSource.Create(nodes.StatsDatabase.ConnectionString);
        var other = new FiguresStore(others, TimeProvider.System);
        using var end = new CancellationTokenSource();
        var refreshing = Enumerable.Range(0, 4).Select(number =>
            RefreshUntilAsync(number % 2 == 0 ? nodes.Figures : other, end.Token)).ToList();

        var random = new Random(5);
        for (var import = 0; import < 5; import++) await nodes.Home.ImportAsync(Given(random));
        await nodes.Home.UndoAsync(number: 2);

        await nodes.CatchUpAsync();
        await end.CancelAsync();
        await Task.WhenAll(refreshing);
        await nodes.AssertEqualAsync();
    }

    [StoreFact]
    public async Task Whatever_happens_on_node_A_they_equal_their_plays()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var nodes = await TwoNodes.CreateAsync();
        var random = new Random(seed);
        var (users, last) = (new List<int> { ImportHome.Ada, ImportHome.Bob }, ImportHome.Bob);
        for (var step = 0; step < 24; step++)
        {
            var user = users[random.Next(users.Count)];
            switch (random.Next(8))
            {
                case 0: await UndoAnyAsync(nodes, user, random); break;
                case 1: await nodes.SetMemberAsync(user, random.Next(3) > 0); break;
                case 2 when users.Count > 1:
                    await nodes.Home.Get<AccountDeletionStore>().DeleteAsync(user, CancellationToken.None);
                    users.Remove(user);
                    break;
                case 3:
                    users.Add(++last);
                    await nodes.Home.ExecuteAsync(
                        $"INSERT INTO users (name, display_name, created_at, is_in_community) VALUES ('user{last}', 'User', now(), {random.Next(2) == 0})");
                    break;
                case 4: await nodes.Figures.RefreshAsync(CancellationToken.None); break;
                default: await nodes.Home.ImportAsync(user, preview: false, Given(random)); break;
            }

            if (step % 6 == 5) await nodes.AssertEqualAsync();
        }
    }

    private static async Task UndoAnyAsync(TwoNodes nodes, int user, Random random)
    {
        var numbers = await nodes.Home.ReadAsync<int[]>(
            $"SELECT coalesce(array_agg(number ORDER BY number), '{{}}') FROM imports WHERE user_id = {user} AND status = 'COMPLETED'");
        if (numbers.Length > 0) await nodes.Home.UndoAsync(numbers[random.Next(numbers.Length)], user);
    }

    private static async Task RefreshUntilAsync(FiguresStore figures, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await figures.RefreshAsync(CancellationToken.None);
            await Task.Yield();
        }
    }

    /// <summary>Few titles, artists and spellings, so that imports overlap, rename and move what others brought.</summary>
    internal static GivenFile Given(Random random)
    {
        string[] titles = ["Lanterns", "Harbour", "Signals", "Tide", "Moss"];
        var rows = Enumerable.Range(0, 1 + random.Next(25)).Select(_ =>
            new GivenRow($"2024-03-{random.Next(1, 6):D2}T1{random.Next(10)}:00:{random.Next(60):D2}Z", titles[random.Next(titles.Length)],
                25_000 + (random.Next(4) * 10_000))
            {
                Artist = random.Next(4) == 0 ? "Mara Quill Band" : "Mara Quill",
                Album = random.Next(3) == 0 ? null : "Paper Lanterns",
                ReasonStart = random.Next(2) == 0 ? "clickrow" : "trackdone",
            }).ToArray();
        return random.Next(4) == 0 ? GivenFile.Account(rows) : GivenFile.Extended(rows);
    }
}
