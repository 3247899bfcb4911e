using Personalify.Testing;

namespace Personalify.DevStack.Tests;

/// <summary>A checkout in a folder that the stores' user may not enter, as root's home is.</summary>
public sealed class ReachableFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ProgramUnderTest _program = new();

    [StoreFact]
    public async Task The_stores_run_even_so_from_a_copy_in_the_systems_own_place()
    {
        if (ServerUser.ToBecome is null) return; // who is not root stays who they are and reaches their own folders
        var closed = await CloseAsync();
        var bin = Path.Combine(closed, "native", "bin");
        var data = Path.Combine(closed, ".personalify", "postgres-main");
        Assert.StartsWith("/var/lib/personalify/", ReachableFolder.For(data), StringComparison.Ordinal);
        Assert.Equal("postgres-main", Path.GetFileName(ReachableFolder.For(data)));

        await using var program = await _program.StartAsync(
            ProgramUnderTest.Command("servers", "--", "/bin/sh", "-c", "env | grep PERSONALIFY_TEST_MAIN"), ("PERSONALIFY_POSTGRES_BIN", bin));
        await program.Exited;
        var copy = await ReachableFolder.CopyOfAsync(bin);
        Assert.Contains("PERSONALIFY_TEST_MAIN=Host=127.0.0.1", _program.Log, StringComparison.Ordinal);
        Assert.StartsWith("/var/cache/personalify/", copy, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public void A_folder_that_everybody_may_enter_is_used_as_it_is() => Assert.Equal(_folder["data"], ReachableFolder.For(_folder["data"]));

    public void Dispose()
    {
        _program.Dispose();
        _folder.Dispose();
    }

    private async Task<string> CloseAsync()
    {
        var closed = Directory.CreateDirectory(_folder["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        var programs = (await PostgresBinaries.FindAsync()).Folder;
        await ShortCommand.RunAsync("cp", "-a", Path.GetDirectoryName(programs)!, Path.Combine(closed, "native"));
        return closed;
    }
}
