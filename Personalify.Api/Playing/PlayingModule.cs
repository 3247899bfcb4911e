namespace Personalify.Api.Playing;

/// <summary>What listeners play at this moment.</summary>
public static class PlayingModule
{
    public static IServiceCollection AddPlaying(this IServiceCollection services) => services
        .AddSingleton<PlayingStore>().AddSingleton<PlayingAccess>().AddSingleton<PlayingReader>().AddSingleton<PlayingFollower>();
}
