namespace Personalify.DevStack;

/// <summary>Where things lie in the checkout that this program was built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Personalify.sln"))) return folder.FullName;
        }

        throw new DevStackException($"No folder above {start} holds Personalify.sln. Run this program from a checkout of Personalify.");
    }
}
