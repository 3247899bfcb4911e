using Personalify.Api.Listening.SpokenWord;
using Personalify.GraphQL.Commands;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

/// <summary>Plays and every statistic on them.</summary>
public static class ListeningModule
{
    public static IServiceCollection AddListening(this IServiceCollection services) => services
        .AddSingleton<PlayMonthsStore>()
        .AddSingleton<ListeningStore>()
        .AddSingleton<PlaysStore>()
        .AddSingleton<SpokenWordStore>()
        .AddDataLoader<ListeningLoader>()
        .AddDataLoader<PlayEndLoader>()
        .AddDataLoader<MilestoneLoader>()
        .AddDataLoader<PlayByIdLoader>()
        .AddDataLoader<ListenedTimeLoader>()
        .AddCommand(VerifyCommand.Command);
}
