using Personalify.GraphQL.Types.Building;
using System.Reflection;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Validation;
using Personalify.Web.Api;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Api;

public sealed class OperationsTests
{
    private static readonly Lazy<Schema> Exported = new(() => SdlSchemaBuilder.Build(File.ReadAllText(RepositoryFiles.Path("schema", "personalify.graphql"))));

    private static readonly Dictionary<string, GraphQLOperation> All = typeof(GraphQLOperation).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
        .Where(field => field.FieldType.IsSubclassOf(typeof(GraphQLOperation)))
        .Select(field => (GraphQLOperation)field.GetValue(null)!)
        .ToDictionary(operation => operation.Path);

    public static TheoryData<string> Paths => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_operation_is_valid_against_the_schema(string path)
    {
        var errors = new DocumentValidator().Validate(Exported.Value, Parser.Parse(All[path].Text));

        Assert.Empty(errors.Select(error => error.Message));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_records_of_an_operation_match_what_it_asks_for(string path)
    {
        var operation = All[path];
        var definitions = Parser.Parse(operation.Text).Definitions;
        var document = Assert.Single(definitions.OfType<OperationDefinitionNode>());
        var check = new RecordCheck(Exported.Value, definitions.OfType<FragmentDefinitionNode>());

        check.Answer(document, operation.DataType);
        check.Variables(document, operation.VariablesType);

        Assert.Empty(check.Differences);
    }

    [Fact]
    public void Every_operation_file_has_its_records()
    {
        var files = typeof(GraphQLOperation).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal));

        Assert.Equal(files.Order(), All.Keys.Select(path => $"Operations/{path}.graphql").Order());
    }

    [Fact]
    public void A_record_that_reads_something_else_than_was_asked_for_is_told()
    {
        var document = (OperationDefinitionNode)Parser.Parse("query Q($id: ID!) { server { version hasDemo } user(id: $id) { id } }").Definitions[0];
        var check = new RecordCheck(Exported.Value);

        check.Answer(document, typeof(Wrong));
        check.Variables(document, typeof(WrongVariables));

        Assert.Equal(
        [
            "Wrong.server.version is Int32; String is String.",
            "Wrong.server does not read hasDemo.",
            "Wrong.server reads extra, which is not asked for.",
            "Wrong.user may be missing.",
            "WrongVariables.Id may be null and must not be.",
            "WrongVariables gives $other, which the operation does not declare.",
        ], check.Differences);
    }

    private sealed record Wrong(WrongServer Server, WrongUser User);

    private sealed record WrongServer(int Version, string Extra);

    private sealed record WrongUser(string Id);

    private sealed record WrongVariables(string? Id, int Other);
}
