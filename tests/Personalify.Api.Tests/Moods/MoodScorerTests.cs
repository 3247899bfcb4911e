using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Imports;
using Personalify.Domain.Moods;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// How a listener's titles are scored: again and again without harm, broken off and gone on with, by one model and then another.
/// </summary>
public sealed class MoodScorerTests
{
    private const int Titles = 12_000;
    private const string Shown = "SELECT model.name || ' ' || count(*) FROM mood_states AS state "
        + "JOIN mood_models AS model ON model.id = state.model_id "
        + "JOIN mood_scores AS score ON score.user_id = state.user_id AND score.model_id = state.model_id WHERE state.user_id = 1 GROUP "
            + "BY model.name";

    [StoreFact]
    public async Task A_run_that_breaks_off_is_gone_on_with_and_the_old_scores_stay_until_the_new_are_whole()
    {
        await using var home = await ImportHome.CreateAsync();
        await AddTitlesAsync(home);
        await ScoreAsync(home, new GivenMoodModel("old"));
        var next = new GivenMoodModel("new") { Enough = 7_000 };

        await Assert.ThrowsAsync<MoodModelException>(() => ScoreAsync(home, next));

        Assert.Equal($"old {Titles}", await home.ReadAsync<string>(Shown));
        Assert.Equal(5_000, await CountAsync(home, "new"));
        Assert.Contains(1, await WaitingAsync(home, next));
        var (before, rest) = (next.Asked, next);
        rest.Enough = int.MaxValue;
        var scored = await ScoreAsync(home, rest);
        Assert.Equal((7_000, 7_000, Titles), (scored.Titles, rest.Asked - before, scored.Changed.Count));
        Assert.Equal($"new {Titles}", await home.ReadAsync<string>(Shown));
        Assert.Equal(0, await CountAsync(home, "old"));
        Assert.DoesNotContain(1, await WaitingAsync(home, rest));
    }

    [StoreFact]
    public async Task A_provider_that_is_changed_and_changed_back_on_the_way_keeps_what_it_had()
    {
        await using var home = await ImportHome.CreateAsync();
        await AddTitlesAsync(home);
        var local = new GivenMoodModel("local");
        await ScoreAsync(home, local);
        var remote = new GivenMoodModel("remote", isRemote: true) { Enough = 250 };
        await Assert.ThrowsAsync<MoodModelException>(() => ScoreAsync(home, remote));
        Assert.Equal(200, await CountAsync(home, "remote"));
        Assert.Contains(1, await WaitingAsync(home, local));

        var scored = await ScoreAsync(home, local);

        Assert.Equal((0, Titles, $"local {Titles}"), (scored.Titles, local.Asked, await home.ReadAsync<string>(Shown)));
        Assert.Equal(0, await CountAsync(home, "remote"));
        Assert.DoesNotContain(1, await WaitingAsync(home, local));
    }

    [StoreFact]
    public async Task A_title_that_comes_while_others_are_read_is_not_missed()
    {
        await using var home = await ImportHome.CreateAsync();
        await AddTitlesAsync(home);
        var model = new GivenMoodModel("model");
        var store = home.Get<MoodScoresStore>();
        var id = await store.FindModelAsync(model.Identity, CancellationToken.None);
        var titles = await store.BeginAsync(1, id, CancellationToken.None);
        var tracks = await store.FindUnscoredAsync(1, id, 0, Titles, CancellationToken.None);
        await store.AddAsync(1, id, tracks, await model.ScoreAsync([.. tracks.Select(track =>
            track.Name)], default), CancellationToken.None);

        await home.ExecuteAsync(Insert(Titles + 1, Titles + 1));
        await store.AdoptAsync(1, id, titles!.Value, CancellationToken.None);

        Assert.Contains(1, await WaitingAsync(home, model));
        Assert.Equal(1, (await ScoreAsync(home, model)).Titles);
        Assert.DoesNotContain(1, await WaitingAsync(home, model));
    }

    [StoreFact]
    public async Task A_score_that_comes_after_its_title_was_changed_is_not_kept()
    {
        await using var home = await ImportHome.CreateAsync();
        await AddTitlesAsync(home);
        var store = home.Get<MoodScoresStore>();
        var id = await store.FindModelAsync(new GivenMoodModel().Identity, CancellationToken.None);
        var tracks = await store.FindUnscoredAsync(1, id, 0, 2, CancellationToken.None);

        await home.ExecuteAsync("UPDATE tracks SET name = 'Renamed' WHERE id = 1");
        await store.AddAsync(1, id, tracks, [null, null], CancellationToken.None);

        Assert.Equal(2, await home.ReadAsync<int>("SELECT min(track_id) FROM mood_scores"));
    }

    [StoreFact]
    public async Task A_title_that_an_import_renames_at_this_moment_is_left_and_the_import_is_not_kept_waiting()
    {
        await using var home = await ImportHome.CreateAsync();
        await AddTitlesAsync(home);
        await using var import = await home.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await import.BeginTransactionAsync();
        await RenameAsync(import, Titles);
        var model = new GivenMoodModel("model");
        var store = home.Get<MoodScoresStore>();
        var id = await store.FindModelAsync(model.Identity, CancellationToken.None);
        var tracks = await store.FindUnscoredAsync(1, id, 0, Titles, CancellationToken.None);

        Assert.All(
            [
                await FailureAsync(() => store.BeginAsync(1, id, CancellationToken.None)),
                await FailureAsync(() => store.AddAsync(1, id, tracks, new MoodProbabilities?[Titles], CancellationToken.None)),
                await FailureAsync(() => store.AdoptAsync(1, id, 0, CancellationToken.None)),
            ],
            state => Assert.Equal(PostgresErrorCodes.LockNotAvailable, state));

        await RenameAsync(import, 1);
        await transaction.CommitAsync();
        Assert.Contains(1, await WaitingAsync(home, model));
        await ScoreAsync(home, model);
        Assert.Equal("-,3", await home.ReadAsync<string>(
            "SELECT string_agg(coalesce(mood::text, '-'), ',' ORDER BY track_id) FROM mood_scores WHERE track_id IN (1, 2)"));
        Assert.DoesNotContain(1, await WaitingAsync(home, model));
    }

    [StoreFact]
    public async Task A_model_that_cannot_answer_fails_no_import_and_an_undo_neither()
    {
        var model = new GivenMoodModel { Failure = new MoodModelException("It has no mood to.") };
        await using var home = await ImportHome.CreateAsync(services => services.AddSingleton<IMoodModel>(model));

        var report = await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June")));

        Assert.Equal((1, 0L), (report.Added, await home.ReadAsync<long>("SELECT count(*) FROM mood_scores")));
        Assert.Contains(1, await WaitingAsync(home, model));
        await home.UndoAsync(1);
        Assert.Equal(0, await home.ReadAsync<long>("SELECT count(*) FROM plays"));
    }

    [StoreFact]
    public async Task Statements_that_fail_in_the_database_fail_no_import()
    {
        await using var home = await ImportHome.CreateAsync(services => services.AddSingleton<IMoodModel>(new GivenMoodModel()));
        await home.ExecuteAsync("ALTER TABLE mood_scores RENAME COLUMN joy TO glee");

        var report = await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June")));

        Assert.Equal((1, 1L), (report.Added, await home.ReadAsync<long>("SELECT count(*) FROM plays")));
    }

    private static Task AddTitlesAsync(ImportHome home) => home.ExecuteAsync(
        "INSERT INTO artists (user_id, id, name, name_key) VALUES (1, 1, 'Mara Quill', 'Mara Quill');"
        + "INSERT INTO imports (user_id, status, created_at) VALUES (1, 'COMPLETED', now());" + Insert(1, Titles));

    private static string Insert(int from, int to) =>
        $"""
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, name, name_key, artist_name, import_id, named_at)
        SELECT 1, n, 'track' || n, 1, 'Joy ' || n, 'Joy ' || n, 'Mara Quill', 1, now() FROM generate_series({from}, {to}) AS n
        """;

    private static async Task<string> FailureAsync(Func<Task> statement) =>
        (await Assert.ThrowsAsync<PostgresException>(statement)).SqlState;

    private static async Task RenameAsync(NpgsqlConnection import, int track)
    {
        await using var command = new NpgsqlCommand($"UPDATE tracks SET name = 'Renamed' WHERE user_id = 1 AND id = {track}", import);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<Scored> ScoreAsync(ImportHome home, GivenMoodModel model) =>
        new MoodScorer(model).ScoreAsync(home.Get<MoodScoresStore>(), 1, CancellationToken.None);

    private static async Task<IReadOnlyList<int>> WaitingAsync(ImportHome home, GivenMoodModel model)
    {
        var store = home.Get<MoodScoresStore>();
        return await store.FindWaitingAsync(await store.FindModelAsync(model.Identity, CancellationToken.None), 0, 10,
            CancellationToken.None);
    }

    private static async Task<int> CountAsync(ImportHome home, string model)
    {
        await using var command = home.Get<NpgsqlDataSource>().CreateCommand(
            "SELECT count(*)::int FROM mood_scores JOIN mood_models AS model ON model.id = model_id WHERE model.name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = model });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
