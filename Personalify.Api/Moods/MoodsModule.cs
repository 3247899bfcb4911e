using Personalify.Api.Moods.Providers;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Moods;

/// <summary>What the words of titles say.</summary>
public static class MoodsModule
{
    public static IServiceCollection AddMoods(this IServiceCollection services) => services
        .AddSingleton<IMoodModel, LocalMoodModel>()
        .AddSingleton<MoodWords>()
        .AddSingleton<TitleMoods>()
        .AddSingleton<TrackMoodStore>()
        .AddSingleton<TypicalTracksStore>()
        .AddSingleton<MoodCoverageStore>()
        .AddSingleton<MoodCorrections>()
        .AddSingleton<MoodScoresStore>()
        .AddSingleton<MoodScorer>()
        .AddSingleton<MoodTurns>()
        .AddSingleton<MoodSignal>()
        .AddSingleton<MoodJob>()
        .AddHostedService<MoodWorker>()
        .AddDataLoader<ListenedMoodsLoader>()
        .AddDataLoader<TypicalTracksLoader>();
}
