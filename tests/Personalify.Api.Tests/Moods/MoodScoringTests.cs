using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Api.Tests.Listening;
using Personalify.Domain.Moods;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>Titles are scored once by each model, and what a listener sees is never half of one and half of another.</summary>
public sealed class MoodScoringTests
{
    private const int RemoteBatch = 100;
    private static readonly GivenFile History = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "I love you so much"));

    [StoreFact]
    public async Task A_run_that_ended_early_is_gone_on_with_and_no_title_is_asked_twice()
    {
        var model = new GivenModel("1", Mood.Joy) { IsRemote = true, AwayAfter = RemoteBatch };
        await using var home = await MoodHome.StartAsync(model);
        await Assert.ThrowsAsync<MoodModelException>(() => home.ScoreAsync());
        Assert.Equal((RemoteBatch, Tracks - RemoteBatch), (await ScoresAsync(home), await WaitingAsync(home)));

        model.AwayAfter = int.MaxValue;
        Assert.Equal(Tracks - RemoteBatch, await home.ScoreAsync());

        Assert.Equal((Tracks, Tracks, 0), (model.Titles, await ScoresAsync(home), await WaitingAsync(home)));
        Assert.Equal(0, await home.ScoreAsync());
    }

    [StoreFact]
    public async Task Scores_of_the_model_before_are_used_until_the_new_one_has_scored_all_and_go_then()
    {
        await using var home = await MoodHome.StartAsync(new GivenModel("1", Mood.Joy));
        await home.ScoreAsync();
        var next = new GivenModel("2", Mood.Sadness) { IsRemote = true, AwayAfter = RemoteBatch };

        await Assert.ThrowsAsync<MoodModelException>(() => home.ScoreAsync(model: next));
        Assert.Equal(("JOY", "JOY"), (await MoodAsync(home, 1), await MoodAsync(home, Tracks)));

        next.AwayAfter = int.MaxValue;
        await home.ScoreAsync(model: next);
        Assert.Equal(("SADNESS", "SADNESS"), (await MoodAsync(home, 1), await MoodAsync(home, Tracks)));
        Assert.Equal(Tracks, await ScoresAsync(home));
    }

    [StoreFact]
    public async Task A_model_that_is_left_mid_way_and_chosen_again_goes_on()
    {
        await using var home = await MoodHome.StartAsync(new GivenModel("1", Mood.Joy));
        await home.ScoreAsync();
        var other = new GivenModel("2", Mood.Fear) { IsRemote = true, AwayAfter = RemoteBatch };
        await Assert.ThrowsAsync<MoodModelException>(() => home.ScoreAsync(model: other));

        await home.ScoreAsync();
        Assert.Equal("JOY", await MoodAsync(home, 1));

        other.AwayAfter = int.MaxValue;
        await home.ScoreAsync(model: other);
        Assert.Equal(("FEAR", Tracks), (await MoodAsync(home, 1), await ScoresAsync(home)));
    }

    [StoreFact]
    public async Task A_title_that_is_another_one_now_is_scored_anew()
    {
        var model = new GivenModel("1", Mood.Joy);
        await using var home = await MoodHome.StartAsync(model);
        await home.ScoreAsync();

        await home.Database.ExecuteAsync($"UPDATE tracks SET name = 'Another' WHERE user_id = {UserId} AND id = 5");
        Assert.Equal(Tracks - 1, await ScoresAsync(home));
        await home.ScoreAsync();

        Assert.Equal((Tracks + 1, Tracks), (model.Titles, await ScoresAsync(home)));
    }

    [StoreFact]
    public async Task Titles_are_scored_by_the_import_that_brings_them()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        await ada.RunAsync(History);
        await Eventually.IsTrueAsync(async () => await MoodHome.MoodAsync(ada, MoodHome.TrackId(1)) == "JOY", "the title is scored");
    }

    [StoreFact]
    public async Task A_model_that_is_away_fails_no_import_and_one_over_a_network_is_not_asked_by_it()
    {
        var away = new GivenModel("1", Mood.Joy) { AwayAfter = 0 };
        await using var home = await ImportHome.CreateAsync(services => services.AddSingleton<IMoodModel>(away));
        var remote = new GivenModel("2", Mood.Joy) { IsRemote = true };
        await using var far = await ImportHome.CreateAsync(services => services.AddSingleton<IMoodModel>(remote));

        Assert.Equal((1, 1), ((await home.ImportAsync(History)).Added, (await far.ImportAsync(History)).Added));

        Assert.Equal((0, 0), (away.Titles, remote.Titles));
    }

    [StoreFact]
    public async Task A_listener_for_whom_it_fails_does_not_keep_it_from_the_others()
    {
        await using var home = await MoodHome.StartAsync(new GivenModel("1", Mood.Joy), hasWorker: true);
        await home.Database.ExecuteAsync(
            $"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON mood_scores FOR EACH ROW WHEN (new.user_id = {UserId}) EXECUTE FUNCTION refuse();
            DELETE FROM mood_scores; UPDATE mood_states SET titles = titles + 1;
            """);

        await Eventually.IsTrueAsync(
            async () =>
            {
                home.Application.Time.Advance(TimeSpan.FromMinutes(2));
                return await CountAsync(home, "mood_scores") == Tracks;
            },
            "the other listener's titles are scored");

        Assert.Equal(0, await ScoresAsync(home));
    }

    [StoreFact]
    public async Task Nothing_of_a_listener_who_deletes_the_account_stays()
    {
        await using var home = await MoodHome.StartAsync(new GivenModel("1", Mood.Joy));
        await home.ScoreAsync(UserId);
        await home.ScoreAsync(OtherUserId);
        await MoodHome.CorrectAsync(home.Bob, MoodHome.TrackId(1, OtherUserId), "FEAR");
        Assert.Equal((1, Tracks), (await CountAsync(home, "mood_corrections"), await CountAsync(home, "mood_scores")));

        await home.Bob.QueryAsync(
            "mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted } }",
            new { input = new { password = Accounts.Password } });

        foreach (var table in (string[])["mood_corrections", "mood_scores", "mood_states"]) Assert.Equal(0, await CountAsync(home, table));
        Assert.Equal(Tracks, await ScoresAsync(home));
    }

    private static Task<string> MoodAsync(MoodHome home, int track) => MoodHome.MoodAsync(home.Ada, MoodHome.TrackId(track));

    private static Task<int> ScoresAsync(MoodHome home) =>
        home.Database.ReadAsync<int>($"SELECT count(*)::int FROM mood_scores WHERE user_id = {UserId}");

    private static Task<int> CountAsync(MoodHome home, string table) =>
        home.Database.ReadAsync<int>($"SELECT count(*)::int FROM {table} WHERE user_id = {OtherUserId}");

    private static async Task<int> WaitingAsync(MoodHome home) =>
        (await home.Ada.QueryAsync("{ me { moodCoverage { waiting } } }")).GetProperty("me").GetProperty("moodCoverage")
            .GetProperty("waiting").GetInt32();
}
