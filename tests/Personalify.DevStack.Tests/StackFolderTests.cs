namespace Personalify.DevStack.Tests;

public sealed class StackFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void A_second_stack_is_told_where_the_first_one_runs()
    {
        var options = new StackOptions(_folder["data"], 5080, 5081);
        using var first = StackFolder.Take(options);
        var refusal = Assert.Throws<DevStackException>(() => StackFolder.Take(options));
        Assert.Contains($"http://127.0.0.1:5080/ (process {Environment.ProcessId})", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("PERSONALIFY_DATA", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_free_again_when_its_stack_has_stopped()
    {
        var options = new StackOptions(_folder["data"], 5080, 5081);
        StackFolder.Take(options).Dispose();
        using var second = StackFolder.Take(options);
        Assert.EndsWith("logs/api.log", second.Log("api"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
