using Microsoft.Extensions.Options;
using Personalify.Api.Hosting;
using Personalify.Api.Moods.Files;
using Personalify.Api.Moods.Providers;
using Personalify.Api.Moods.Providers.HuggingFace;
using Personalify.Api.Moods.Providers.Onnx;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Moods;

/// <summary>What the words of titles say.</summary>
public static class MoodsModule
{
    public static IServiceCollection AddMoods(this IServiceCollection services) => services
        .AddMoodModel()
        .AddSingleton<MoodWords>()
        .AddSingleton<TitleMoods>()
        .AddSingleton<TrackMoodStore>()
        .AddSingleton<TypicalTracksStore>()
        .AddSingleton<MoodCoverageStore>()
        .AddSingleton<MoodCorrections>()
        .AddSingleton<CorrectionsFile>()
        .AddSingleton<MoodScoresStore>()
        .AddSingleton<MoodScorer>()
        .AddSingleton<MoodTurns>()
        .AddSingleton<MoodSignal>()
        .AddSingleton<MoodJob>()
        .AddHostedService<MoodWorker>()
        .AddDataLoader<ListenedMoodsLoader>()
        .AddDataLoader<TypicalTracksLoader>();

    private static IServiceCollection AddMoodModel(this IServiceCollection services)
    {
        services.AddOptions<MoodOptions>().BindConfiguration(MoodOptions.Section).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<MoodOptions>, MoodOptionsValidation>()
            .AddHuggingFace()
            .AddSingleton<IMoodModel>(Choose)
            .AddStoreCheck("mood", isRequired: false, (provider, cancellation) =>
                provider.GetRequiredService<IMoodModel>().CheckAsync(cancellation));
    }

    private static IMoodModel Choose(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MoodOptions>>().Value;
        if (options.Is(OnnxMoodModel.Provider)) return ActivatorUtilities.CreateInstance<OnnxMoodModel>(provider);
        return options.Is(HuggingFaceMoodModel.Provider)
            ? ActivatorUtilities.CreateInstance<HuggingFaceMoodModel>(provider)
            : new LocalMoodModel();
    }
}
