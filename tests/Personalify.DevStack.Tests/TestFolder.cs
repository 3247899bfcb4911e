namespace Personalify.DevStack.Tests;

/// <summary>A folder for one test, which the stores' user can enter.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"personalify-devstack-tests-{Guid.NewGuid():N}");

    public TestFolder() => Directory.CreateDirectory(Path);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>What the program under test put here it removes itself when it ends, maybe at this very moment.</summary>
    public void Dispose()
    {
        while (Directory.Exists(Path)) TryDelete();
    }

    private void TryDelete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The program was faster at a part of it; the rest is still to go.
        }
    }
}
