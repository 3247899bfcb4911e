using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Domain.Moods;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Moods;

/// <summary>What the listener says holds, at once, until they take it back.</summary>
public sealed class MoodCorrectionTests
{
    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_correction_is_seen_at_once_survives_another_model_and_is_taken_back(bool hasRedis)
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var home = await MoodHome.StartAsync(
            new GivenModel("1", Mood.Joy), ("ConnectionStrings:Redis", hasRedis ? redis.ConnectionString : ""));
        await home.ScoreAsync();
        Assert.Equal("JOY", await MoodAsync(home));

        await MoodHome.CorrectAsync(home.Ada, MoodHome.TrackId(1), "ANGER");
        Assert.Equal("ANGER corrected", await MoodAsync(home));
        await home.ScoreAsync(model: new GivenModel("2", Mood.Sadness));
        Assert.Equal("ANGER corrected", await MoodAsync(home));

        await MoodHome.ForgetAsync(home.Ada, MoodHome.TrackId(1));
        Assert.Equal("SADNESS", await MoodAsync(home));
        Assert.Equal("SADNESS", await MoodHome.MoodAsync(home.Ada, MoodHome.TrackId(2)));
    }

    [StoreFact]
    public async Task A_title_that_no_model_has_read_can_be_corrected()
    {
        await using var home = await MoodHome.StartAsync();
        Assert.Equal("none", await MoodAsync(home));

        await MoodHome.CorrectAsync(home.Ada, MoodHome.TrackId(1), "SURPRISE");

        Assert.Equal("SURPRISE corrected", await MoodAsync(home));
    }

    [StoreFact]
    public async Task Another_listeners_track_is_not_there_like_one_that_never_was()
    {
        await using var home = await MoodHome.StartAsync();
        string[] ids = [MoodHome.TrackId(1), MoodHome.TrackId(9_999, OtherUserId)];
        foreach (var id in ids)
        {
            foreach (var outcome in new[] { await MoodHome.CorrectAsync(home.Bob, id, "JOY"), await MoodHome.ForgetAsync(home.Bob, id) })
            {
                Assert.Equal(JsonValueKind.Null, outcome.GetProperty("track").ValueKind);
                Assert.Equal("TrackNotFoundError", outcome.ErrorType());
            }
        }

        Assert.Equal(0, await home.Database.ReadAsync<int>("SELECT count(*)::int FROM mood_corrections"));
    }

    [StoreFact]
    public async Task Visitors_of_the_demo_correct_nothing()
    {
        await using var home = await MoodHome.StartAsync();
        await home.Application.AddDemoAsync();
        using var stranger = home.Application.Connect();
        using var visitor = home.Application.Connect((await stranger.SignInToDemoAsync()).Token());

        var outcome = await MoodHome.CorrectAsync(visitor, MoodHome.TrackId(1, listener: 3), "JOY");

        Assert.Equal("NotAllowedError", outcome.ErrorType());
    }

    private static Task<string> MoodAsync(MoodHome home) => MoodHome.MoodAsync(home.Ada, MoodHome.TrackId(1));
}
