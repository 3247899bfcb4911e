using Microsoft.AspNetCore.DataProtection;

namespace Personalify.Api.Hosting;

/// <summary>
/// Where the keys lie with which the Api protects what it hands out.
/// A folder of its own survives restarts and lets several processes share them; without the setting ASP.NET Core keeps them in the home of the user.
/// </summary>
public static class ProtectionKeys
{
    public const string Setting = "DataProtection:KeysPath";

    public static IServiceCollection AddProtectionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        // Keys count for a name, which is otherwise the folder of the program: a new version elsewhere would be a stranger.
        var protection = services.AddDataProtection().SetApplicationName("Personalify.Api");
        if (configuration[Setting] is { Length: > 0 } path) protection.PersistKeysToFileSystem(OwnerOnlyFolder.Create(path));
        return services;
    }
}
