namespace Personalify.Api.Community;

public static class CommunityModule
{
    public static IServiceCollection AddCommunity(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(CommunityOptions.Read(configuration))
        .AddSingleton<CommunityStore>()
        .AddSingleton<CommunityFigures>()
        .AddSingleton<CommunityMembership>();
}
