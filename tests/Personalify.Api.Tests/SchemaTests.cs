using Personalify.GraphQL.Commands;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests;

public sealed class SchemaTests
{
    /// <summary>Runs the command itself, without any store: what a developer without a database would do.</summary>
    [Fact]
    public async Task The_exported_schema_is_the_reviewed_one()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(ExitCode.Done, typeof(Program).Assembly.EntryPoint!.Invoke(null, [new[] { "schema", "export", "--output", file }]));

            ApprovedText.MatchesFile(await File.ReadAllTextAsync(file), Path.Combine(Repository.Root, "schema", "personalify.graphql"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
