using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Writes the SDL of a subgraph: the schema with federation's directives and the link that explains them, without what federation itself
/// added. Definitions of the directives come with the link.
/// </summary>
internal sealed class SubgraphPrinter(FederationDirectives directives, ApolloFederationOptions options)
{
    public const string ServiceField = "_service";
    public const string EntitiesField = "_entities";
    public const string Service = "_Service";
    public const string Entity = "_Entity";
    public const string Any = "_Any";

    private readonly DefinitionPrinter _printer = new(definition => directives.Of(definition).Concat(DefinitionPrinter.Applied(definition)));

    public string Print(Schema schema)
    {
        var query = Own(schema.QueryType!);
        var types = schema.Types.Values
            .Where(type => type.Name is not (Service or Entity or Any))
            .Select(type => type == schema.QueryType ? query : type)
            .Where(type => type != query || query.Fields.Count > 0);
        return _printer.Print(schema, types, query.Fields.Count == 0 ? [Link()] : [_printer.PrintRoots(schema), Link()]);
    }

    private static ObjectType Own(ObjectType query)
    {
        var own = new ObjectType(query.Name) { Description = query.Description, AppliedDirectives = query.AppliedDirectives };
        own.Interfaces.AddRange(query.Interfaces);
        foreach (var field in query.Fields.Where(field => field.Name is not (ServiceField or EntitiesField))) own.Fields.Add(field);
        return own;
    }

    private string Link()
    {
        var url = new StringValueNode($"https://specs.apollo.dev/federation/v2.{(int)options.Version}");
        return "extend schema " + SyntaxPrinter.Print(Literals.Directive("link", ("url", url), ("import", Literals.Texts(directives.Imports))));
    }
}
