using Microsoft.AspNetCore.DataProtection;

namespace Personalify.Web.Hosting;

/// <summary>
/// Where the keys lie with which marks in forms and notes between pages are protected.
/// A folder of its own survives restarts and lets several processes share them; without the setting ASP.NET Core keeps them in the home of the user.
/// </summary>
public static class ProtectionKeys
{
    public const string Setting = "DataProtection:KeysPath";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static IServiceCollection AddProtectionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        // Keys count for a name, which is otherwise the folder of the program: a new version elsewhere would be a stranger.
        var protection = services.AddDataProtection().SetApplicationName("Personalify.Web");
        if (configuration[Setting] is { Length: > 0 } path) protection.PersistKeysToFileSystem(OwnerOnlyFolder(path));
        return services;
    }

    private static DirectoryInfo OwnerOnlyFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, OwnerOnly);
        folder.UnixFileMode = OwnerOnly; // Also where it was there already.
        return folder;
    }
}
