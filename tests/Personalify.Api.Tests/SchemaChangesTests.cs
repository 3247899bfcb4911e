using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests;

/// <summary>What breaks documents that were written for the schema of the last release is said in the changelog.</summary>
public sealed class SchemaChangesTests
{
    private static readonly string Released = PathOf("schema", "released.graphql");

    [NodeFact]
    public async Task Every_breaking_change_since_the_last_release_is_named_in_the_changelog()
    {
        var unreleased = (await File.ReadAllTextAsync(PathOf("CHANGELOG.md"))).Split("\n## [")[1];

        var unnamed = (await ChangesAsync(PathOf("schema", "personalify.graphql")))
            .Where(change => !unreleased.Contains($"`{change[..change.IndexOf('\t', StringComparison.Ordinal)]}`", StringComparison.Ordinal));

        Assert.Empty(unnamed);
    }

    [NodeFact]
    public async Task A_field_that_is_gone_is_a_breaking_change_and_one_that_is_new_is_none()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Released)).Replace("  canUndo: Boolean!", "  isNew: Boolean!", StringComparison.Ordinal));
            Assert.Equal(["Import.canUndo\tFIELD_REMOVED: Field Import.canUndo was removed."], await ChangesAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string[]> ChangesAsync(string schema)
    {
        var (exitCode, output) = await NodeScript.RunAsync("breaking.mjs", Released, schema);
        Assert.True(exitCode == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string PathOf(params string[] parts) => Path.Combine([Repository.Root, .. parts]);
}
