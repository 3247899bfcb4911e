using System.Text.Json;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>What is read in the background: titles that were there before, what failed, and everything for a remote model.</summary>
public sealed class MoodWorkerTests
{
    private static readonly GivenFile History = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June"));

    [StoreFact]
    public async Task A_remote_model_is_asked_after_the_import_and_not_by_it()
    {
        var model = new GivenMoodModel(isRemote: true);
        await using var application = await MoodsApi.StartAsync(model);
        using var ada = await application.ConnectAsAsync("ada");

        await ada.RunAsync(History);

        await Eventually.IsTrueAsync(async () => (await ada.CoverageAsync()).GetProperty("waiting").GetInt32() == 0, "all titles are read");
        var mood = await ada.MoodAsync("Joy of June");
        Assert.Equal(("JOY", "huggingface"), (mood.Text("mood"), mood.GetProperty("model").Text("provider")));
        Assert.Equal(1, model.Asked);
    }

    [StoreFact]
    public async Task A_model_that_could_not_answer_is_asked_again_when_it_said_and_what_waits_is_told_as_waiting()
    {
        var model = new GivenMoodModel { Failure = new MoodModelException("It is resting.", TimeSpan.FromMinutes(10)) };
        await using var application = await MoodsApi.StartAsync(model);
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(History);

        Assert.Equal("""{"tracks":1,"read":0,"told":0,"corrected":0,"waiting":1}""", JsonSerializer.Serialize(await ada.CoverageAsync()));
        Assert.Equal(JsonValueKind.Null, (await ada.MoodAsync("Joy of June")).ValueKind);
        var total = (await ada.QueryAsync("{ me { moods { groups { plays notRead { plays playsShare } } } } }"))
            .GetProperty("me").GetProperty("moods");
        Assert.Equal("""{"groups":[{"plays":1,"notRead":{"plays":1,"playsShare":1}}]}""", JsonSerializer.Serialize(total));
        model.Failure = null;

        await Eventually.IsTrueAsync(
            async () =>
            {
                application.Time.Advance(TimeSpan.FromMinutes(11));
                return (await ada.CoverageAsync()).GetProperty("told").GetInt32() == 1;
            },
            "it is read");
        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));
    }

    [StoreFact]
    public async Task A_correction_stays_when_another_model_reads_the_titles_anew()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel("next"));
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(GivenFile.Extended(
            new GivenRow("2024-03-01T10:00:00Z", "Joy of June"), new GivenRow("2024-03-01T11:00:00Z", "Anger")));
        await ada.CorrectAsync(await ada.TrackIdAsync("Joy of June"), "SADNESS");
        await ada.MoodAsync("Anger");

        await application.MakeOldAsync();
        Assert.Equal("DISGUST", (await ada.MoodAsync("Anger")).Text("mood"));
        await Eventually.IsTrueAsync(
            async () =>
            {
                application.Time.Advance(TimeSpan.FromSeconds(11));
                return await application.CountAsync(
                    "mood_scores JOIN mood_models AS model ON model.id = model_id WHERE model.name = 'former'") == 0;
            },
            "the model in use has read all titles");

        await Eventually.IsTrueAsync(async () => (await ada.MoodAsync("Anger")).Text("mood") == "ANGER", "the new answer is seen");
        var corrected = await ada.MoodAsync("Joy of June");
        Assert.Equal(
            ("SADNESS", "JOY", "next"),
            (corrected.Text("mood"), corrected.Text("modelMood"), corrected.GetProperty("model").Text("name")));
    }

    [StoreFact]
    public async Task A_listener_for_whom_it_fails_does_not_keep_it_from_the_others()
    {
        await using var home = await MoodHome.StartAsync(new GivenMoodModel(), hasWorker: true);
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
                return await ScoresAsync(home, OtherUserId) == Tracks;
            },
            "the other listener's titles are scored");

        Assert.Equal(0, await ScoresAsync(home, UserId));
    }

    private static Task<int> ScoresAsync(MoodHome home, int userId) =>
        home.Database.ReadAsync<int>($"SELECT count(*)::int FROM mood_scores WHERE user_id = {userId}");
}
