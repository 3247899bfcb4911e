using Personalify.DevStack;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.Api.Tests;

/// <summary>The schema explains itself: every type, field, argument and value says what it is.</summary>
public sealed class DescriptionTests
{
    // What the engine makes by its conventions, alike in every schema: the arguments of pages, ids of nodes, inputs,
    // payloads and errors of mutations.
    private static readonly HashSet<string> Conventional = ["first", "after", "last", "before", "input"];

    private static readonly Schema Schema =
        SdlSchemaBuilder.Build(File.ReadAllText(Path.Combine(Repository.Root, "schema", "personalify.graphql")));

    private static readonly HashSet<string> OfMutations = [.. ((ObjectType)Schema.Types["Mutation"]).Fields
        .Select(field => char.ToUpperInvariant(field.Name[0]) + field.Name[1..])
        .SelectMany(name => (string[])[$"{name}Input", $"{name}Payload", $"{name}Error"])];

    [Fact]
    public void Every_type_field_argument_and_value_has_a_description() =>
        Assert.Empty(Schema.Types.Values.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(Missing));

    private static IEnumerable<string> Missing(NamedType type)
    {
        if (type.Description is null && !OfMutations.Contains(type.Name) && type is not ScalarType) yield return type.Name;
        foreach (var missing in type switch
        {
            ComplexType complex => complex.Fields.SelectMany(field => Missing(type, field)),
            InputObjectType input => input.Fields.Where(field => field.Description is null).Select(field => $"{type.Name}.{field.Name}"),
            EnumType choice => choice.Values.Where(value => value.Description is null).Select(value => $"{type.Name}.{value.Name}"),
            _ => [],
        })
        {
            yield return missing;
        }
    }

    private static IEnumerable<string> Missing(NamedType type, OutputField field)
    {
        if (field.Description is null && !OfMutations.Contains(type.Name) && (type.Name, field.Name) is not (("Node", "id") or ("Error", "message"))) yield return $"{type.Name}.{field.Name}";
        if ((type.Name, field.Name) is ("Query", "node" or "nodes")) yield break;
        foreach (var argument in field.Arguments.Where(argument => argument.Description is null && !Conventional.Contains(argument.Name)))
        {
            yield return $"{type.Name}.{field.Name}({argument.Name}:)";
        }
    }
}
