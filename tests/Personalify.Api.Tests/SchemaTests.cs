using Personalify.GraphQL.Commands;
using Personalify.DevStack;

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

            var reviewed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "personalify.graphql"));
            var exported = await File.ReadAllTextAsync(file);
            Assert.True(reviewed == exported, Describe(reviewed.Split('\n'), exported.Split('\n')));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Describe(string[] reviewed, string[] exported)
    {
        var gone = reviewed.Except(exported).Select(line => $"- {line}");
        var added = exported.Except(reviewed).Select(line => $"+ {line}");
        return $"""
            schema/personalify.graphql is not what the code gives. To accept the change: make schema, review the difference, commit.
            {string.Join('\n', gone.Concat(added).DefaultIfEmpty("the same lines in another order").Take(40))}
            """;
    }
}
