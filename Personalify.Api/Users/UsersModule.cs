using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Users;

public static class UsersModule
{
    public static IServiceCollection AddUsers(this IServiceCollection services) =>
        services.AddSingleton<UserStore>().AddSingleton<ProfileUpdate>().AddDataLoader<UserByIdDataLoader>();
}
