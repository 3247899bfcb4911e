using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A directive of the author's own that the larger graph keeps.</summary>
internal sealed record ComposedDirective(string Name, string Url);

/// <summary>
/// Writes the SDL of a subgraph: the schema with federation's directives and the link that explains them, without what federation itself
/// added. Definitions of the directives come with the link.
/// </summary>
internal sealed class SubgraphPrinter(FederationDirectives directives, ApolloFederationOptions options, IReadOnlyList<ComposedDirective> composed)
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
        return _printer.Print(schema, types, query.Fields.Count == 0 ? [.. Links()] : [_printer.PrintRoots(schema), .. Links()]);
    }

    private static ObjectType Own(ObjectType query)
    {
        var own = new ObjectType(query.Name) { Description = query.Description, AppliedDirectives = query.AppliedDirectives };
        own.Interfaces.AddRange(query.Interfaces);
        foreach (var field in query.Fields.Where(field => field.Name is not (ServiceField or EntitiesField))) own.Fields.Add(field);
        return own;
    }

    private IEnumerable<string> Links()
    {
        var imports = composed.Count == 0 ? directives.Imports : directives.Imports.Append("@composeDirective").Order(StringComparer.Ordinal);
        yield return "extend schema " + Link($"https://specs.apollo.dev/federation/v2.{(int)options.Version}", imports);
        foreach (var directive in composed)
        {
            var name = new StringValueNode($"@{directive.Name}");
            yield return $"extend schema {Link(directive.Url, [name.Value])} {SyntaxPrinter.Print(Literals.Directive("composeDirective", ("name", name)))}";
        }
    }

    private static string Link(string url, IEnumerable<string> imports) =>
        SyntaxPrinter.Print(Literals.Directive("link", ("url", new StringValueNode(url)), ("import", Literals.Texts(imports))));
}
