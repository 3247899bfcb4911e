using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>What a track's title says, and what the listener says of it.</summary>
public sealed class TrackMoodTests
{
    private static readonly GivenFile History = GivenFile.Extended(
        new GivenRow("2024-03-01T10:00:00Z", "Joy of June"), new GivenRow("2024-03-01T11:00:00Z", "Perhaps Sadness"),
        new GivenRow("2024-03-01T12:00:00Z", "Neutral Ground"), new GivenRow("2024-03-01T13:00:00Z", "Lanterns"));

    [StoreFact]
    public async Task Titles_are_read_with_the_import_and_told_only_where_the_model_is_sure_enough()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");

        await ada.RunAsync(History);

        var joy = await ada.MoodAsync("Joy of June");
        Assert.Equal(("JOY", "JOY", false), (joy.Text("mood"), joy.Text("modelMood"), joy.GetProperty("isCorrected").GetBoolean()));
        Assert.Equal((0.9, 0.05), (joy.GetProperty("confidence").GetDouble(),
            joy.GetProperty("probabilities").GetProperty("fear").GetDouble()));
        Assert.Equal("""{"provider":"onnx","name":"given","version":"1"}""", JsonSerializer.Serialize(joy.GetProperty("model")));
        Assert.Equal("""[{"word":"Joy","share":1}]""", JsonSerializer.Serialize(joy.GetProperty("words")));
        var unsure = await ada.MoodAsync("Perhaps Sadness");
        Assert.Equal((null, "SADNESS", 0.3), (unsure.Text("mood"), unsure.Text("mostProbable"),
            unsure.GetProperty("confidence").GetDouble()));
        Assert.Equal((null, "NEUTRAL"), ((await ada.MoodAsync("Neutral Ground")).Text("mood"),
            (await ada.MoodAsync("Neutral Ground")).Text("mostProbable")));
        var unknown = await ada.MoodAsync("Lanterns");
        Assert.Equal((null, JsonValueKind.Null, 0), (unknown.Text("mood"), unknown.GetProperty("probabilities").ValueKind,
            unknown.GetProperty("words").GetArrayLength()));
        Assert.Equal("""{"tracks":4,"read":4,"told":1,"corrected":0,"waiting":0}""", JsonSerializer.Serialize(await ada.CoverageAsync()));
    }

    [StoreTheory]
    [InlineData("none")]
    [InlineData("up")]
    [InlineData("away")]
    public async Task A_correction_is_seen_at_once_wins_and_can_be_taken_back_whether_Redis_is_there_or_not(string redis)
    {
        await using var server = await TestRedis.CreateAsync();
        var address = redis switch { "up" => server.ConnectionString, "away" => "127.0.0.1:1,abortConnect=false,connectTimeout=50", _ =>
            "" };
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel(), ("ConnectionStrings:Redis", address));
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(History);
        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));
        var id = await ada.TrackIdAsync("Joy of June");

        var corrected = (await ada.CorrectAsync(id, "SADNESS")).GetProperty("track").GetProperty("mood");
        var seen = await ada.MoodAsync("Joy of June");
        var again = (await ada.CorrectAsync(id, "FEAR")).GetProperty("track").GetProperty("mood");
        var forgotten = (await ada.ForgetAsync(id)).GetProperty("track").GetProperty("mood");

        Assert.Equal(("SADNESS", "JOY", true), (corrected.Text("mood"), corrected.Text("modelMood"),
            corrected.GetProperty("isCorrected").GetBoolean()));
        Assert.True(JsonElement.DeepEquals(corrected, seen));
        Assert.Equal("FEAR", again.Text("mood"));
        Assert.Equal(("JOY", false, JsonValueKind.Null), (
            forgotten.Text("mood"), forgotten.GetProperty("isCorrected").GetBoolean(), forgotten.GetProperty("correctedAt").ValueKind));
        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));
    }

    [StoreFact]
    public async Task What_one_listener_says_is_not_said_to_another_who_has_the_same_track()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        await ada.RunAsync(History);
        await bob.RunAsync(History);
        var id = await ada.TrackIdAsync("Joy of June");

        var refused = await bob.CorrectAsync(id, "ANGER");
        var unforgotten = await bob.ForgetAsync(id);
        await ada.CorrectAsync(id, "SADNESS");

        Assert.Equal(("TrackNotFoundError", "TrackNotFoundError"), (refused.ErrorType(), unforgotten.ErrorType()));
        Assert.Equal(("SADNESS", "JOY"), ((await ada.MoodAsync("Joy of June")).Text("mood"),
            (await bob.MoodAsync("Joy of June")).Text("mood")));
        Assert.Equal(0, (await bob.CoverageAsync()).GetProperty("corrected").GetInt32());
    }

    [StoreFact]
    public async Task A_track_that_there_is_not_is_an_error_that_says_so()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");

        var payload = await ada.CorrectAsync(GlobalId.Of("Track", (1L << 32) + 77), "JOY");

        Assert.Equal("TrackNotFoundError", payload.ErrorType());
    }

    [StoreFact]
    public async Task A_correction_survives_the_undo_of_its_import_and_comes_back_with_the_track()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        var account = GivenFile.Account(new GivenRow("2024-03-02T10:00:00Z", "Joy by Name"));
        var imports = new[] { (await ada.RunAsync(History)).Text("id")!, (await ada.RunAsync(account)).Text("id")! };
        await ada.CorrectAsync(await ada.TrackIdAsync("Joy of June"), "SADNESS");
        await ada.CorrectAsync(await ada.TrackIdAsync("Joy by Name"), "FEAR");

        foreach (var import in imports)
        {
            await ada.UndoAsync(import);
            await ada.WaitForAsync(import, "UNDONE");
        }

        Assert.Equal((0, 2), ((int)await application.CountAsync("mood_scores"), (int)await application.CountAsync("mood_corrections")));
        await ada.RunAsync(History);
        await ada.RunAsync(account);
        Assert.Equal(("SADNESS", "FEAR"), ((await ada.MoodAsync("Joy of June")).Text("mood"),
            (await ada.MoodAsync("Joy by Name")).Text("mood")));
    }

    [StoreFact]
    public async Task A_correction_of_a_title_without_an_id_holds_for_the_track_that_comes_with_one_until_that_is_corrected_itself()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z", "Joy of June")));
        var named = GlobalId.Of("Track", 1, 1);
        await ada.CorrectAsync(named, "SADNESS");
        await ada.RunAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June")));
        var identified = GlobalId.Of("Track", 1, 2);
        async Task<(string, string)> MoodsAsync() =>
            (await MoodHome.MoodAsync(ada, named), await MoodHome.MoodAsync(ada, identified));

        Assert.Equal(("SADNESS corrected", "SADNESS corrected"), await MoodsAsync());
        await ada.CorrectAsync(named, "ANGER");
        Assert.Equal(("ANGER corrected", "ANGER corrected"), await MoodsAsync());
        await ada.CorrectAsync(identified, "FEAR");
        Assert.Equal(("ANGER corrected", "FEAR corrected"), await MoodsAsync());
        await ada.ForgetAsync(identified);
        Assert.Equal(("JOY", "JOY"), await MoodsAsync());
    }

    [StoreFact]
    public async Task A_track_that_gets_another_name_is_read_anew()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        var uri = $"spotify:track:{GivenRow.IdOf("one")}";
        await ada.RunAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z", "Joy of June") { Uri = uri }));
        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));

        var second = (await ada.RunAsync(GivenFile.Extended(new GivenRow("2024-05-01T10:00:00Z",
            "Anger in May") { Uri = uri }))).Text("id")!;
        Assert.Equal("ANGER", (await ada.MoodAsync("Anger in May")).Text("mood"));
        await ada.UndoAsync(second);
        await ada.WaitForAsync(second, "UNDONE");

        Assert.Equal("JOY", (await ada.MoodAsync("Joy of June")).Text("mood"));
    }

    [StoreFact]
    public async Task A_deleted_account_leaves_nothing_of_its_moods_and_another_keeps_its_own()
    {
        await using var application = await MoodsApi.StartAsync(new GivenMoodModel());
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        foreach (var client in new[] { ada, bob })
        {
            await client.RunAsync(History);
            await client.CorrectAsync(await client.TrackIdAsync("Joy of June"), "SADNESS");
        }

        await bob.QueryAsync(
            "mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted errors { __typename } } }",
            new { input = new { password = Accounts.Password } });

        foreach (var table in (string[])["mood_scores", "mood_corrections", "mood_states"])
            Assert.Equal((0, true), ((int)await application.CountAsync($"{table} WHERE user_id = 2"),
                await application.CountAsync($"{table} WHERE user_id = 1") > 0));
    }
}
