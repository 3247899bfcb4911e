using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Personalify.Api.Hosting;
using Personalify.DevStack;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.Api.Tests.Hosting;

/// <summary>The exported schema says what its fields cost; the pages' own operations must not be near the limits.</summary>
public sealed class OperationCostTests
{
    private static readonly Lazy<GraphQLServer> Server = new(() =>
        new GraphQLServer(SdlSchemaBuilder.Build(File.ReadAllText(Path.Combine(Repository.Root, "schema", "personalify.graphql")))));

    public static TheoryData<string> Operations =>
    [
        .. new[] { Path.Combine("Personalify.Web", "Pages"), Path.Combine("schema", "examples") }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.graphql", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_of_ours_costs_at_most_half_of_what_is_allowed(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file));
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(text),
            Variables = JsonSerializer.SerializeToElement(LargestVariables(Parser.Parse(text))),
            CostMode = CostMode.Validate,
        };

        using var result = await Server.Value.ExecuteAsync(request);

        Assert.Equal([], result.Errors.Select(error => error.Message));
        var cost = JsonSerializer.SerializeToElement(result.Extensions!["operationCost"]);
        Assert.InRange(cost.GetProperty("fieldCost").GetDouble(), 0, new GraphQLOptions().MaxFieldCost / 2);
        Assert.InRange(cost.GetProperty("typeCost").GetDouble(), 0, new GraphQLOptions().MaxTypeCost / 2);
    }

    /// <summary>Every switch on, and the longest page that a page asks for.</summary>
    private static JsonObject LargestVariables(DocumentNode document) => new(
        document.Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions
            .Where(variable => variable.DefaultValue is null)
            .Select(variable => KeyValuePair.Create(variable.Variable.Name.Value, Largest(TypeFromAst.Find(Server.Value.Schema, variable.Type)!))));

    private static JsonNode? Largest(GraphQLType type) => type.Nullable switch
    {
        ListType list => new JsonArray(Largest(list.OfType)),
        EnumType choice => choice.Values[0].Name,
        InputObjectType input => new JsonObject(input.Fields.Where(field => field.IsRequired).Select(field => KeyValuePair.Create(field.Name, Largest(field.Type)))),
        { Named.Name: "Int" } => 100,
        { Named.Name: "Boolean" } => true,
        { Named.Name: "LocalDate" } => "2024-01-01",
        _ => "1",
    };
}
