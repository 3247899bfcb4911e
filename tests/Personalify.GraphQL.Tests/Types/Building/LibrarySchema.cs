using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Builds schemas and asks them.</summary>
internal static class LibrarySchema
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    public static Schema Build(Bindings bindings = Bindings.Generated) => new SchemaBuilder()
        .AddType(typeof(Library.BookQueries))
        .AddType<Library.ReaderQueries>()
        .AddType(typeof(Library.BookMutations))
        .AddType(typeof(Library.BookFields))
        .SetDescription("A library.")
        .BuildWith(bindings);

    public static async Task AnswersAsync(this Schema schema, string query, string data, IServiceProvider? services = null)
    {
        var result = await ExecuteAsync(schema, query, services);
        Assert.Equal([], result.Errors.Select(error => error.Message));
        Assert.Equal(data, Encoding.UTF8.GetString(result.Data.Span));
    }

    public static async Task<GraphQLError> FailsAsync(this Schema schema, string query, IServiceProvider? services = null) =>
        Assert.Single((await ExecuteAsync(schema, query, services)).Errors);

    private static Task<ExecutionResult> ExecuteAsync(Schema schema, string query, IServiceProvider? services) =>
        new GraphQLServer(schema).ExecuteAsync(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(query), Services = services ?? NoServices });
}
