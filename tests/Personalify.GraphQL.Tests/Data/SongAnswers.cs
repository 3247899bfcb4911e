using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Data;

/// <summary>Asks a server of songs.</summary>
internal static class SongAnswers
{
    public static async Task<string> IdsAsync(this Schema schema, string arguments, IServiceProvider services, string variables = "{}", string declared = "")
    {
        using var result = await AskAsync(schema, $"query Q{declared} {{ songs({arguments}) {{ id }} }}", services, variables);
        Assert.Equal([], result.Errors.Select(error => error.Message + error.Exception));
        var songs = JsonDocument.Parse(result.Data).RootElement.GetProperty("songs");
        return string.Join(' ', songs.EnumerateArray().Select(song => song.GetProperty("id").GetString()));
    }

    public static Task<ExecutionResult> AskAsync(this Schema schema, string query, IServiceProvider services, string variables = "{}") =>
        new GraphQLServer(schema).ExecuteAsync(new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(query),
            Variables = JsonDocument.Parse(variables).RootElement,
            Services = services,
        });
}
