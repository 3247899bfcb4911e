using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The federation directives on the definitions of a schema. They stand apart from those that everybody may see: only the subgraph's own
/// SDL shows them.
/// </summary>
internal sealed class FederationDirectives(FederationVersion version)
{
    public const string Key = "key";
    public const string External = "external";
    public const string Requires = "requires";
    public const string Provides = "provides";
    public const string Shareable = "shareable";
    public const string Fields = "fields";

    private readonly Dictionary<object, List<DirectiveNode>> _applied = new(ReferenceEqualityComparer.Instance);

    /// <summary>The names of all that are used, as they are imported.</summary>
    public IEnumerable<string> Imports =>
        _applied.Values.SelectMany(directives => directives).Select(directive => $"@{directive.Name.Value}").Distinct().Order(StringComparer.Ordinal);

    public IReadOnlyList<DirectiveNode> Of(object definition) => _applied.GetValueOrDefault(definition, []);

    public bool Has(object definition, string name) => Of(definition).Any(directive => directive.Name.Value == name);

    /// <summary>The field sets of all directives of a name.</summary>
    public IEnumerable<string> FieldSets(object definition, string name) =>
        Of(definition).Where(directive => directive.Name.Value == name).Select(directive => ((StringValueNode)Argument(directive, Fields)!).Value);

    /// <exception cref="SchemaException">The directive is younger than the version that the subgraph is written in.</exception>
    public void Add(object definition, DirectiveNode directive, string place)
    {
        if (Since(directive) > version) throw FederationErrors.TooYoung(place, directive.Name.Value, Since(directive), version);
        if (!_applied.TryGetValue(definition, out var directives)) _applied[definition] = directives = [];
        var text = SyntaxPrinter.Print(directive);
        if (directives.TrueForAll(known => SyntaxPrinter.Print(known) != text)) directives.Add(directive);
    }

    public static ValueNode? Argument(DirectiveNode directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static FederationVersion Since(DirectiveNode directive) => directive.Name.Value switch
    {
        "interfaceObject" => FederationVersion.Federation23,
        "authenticated" or "requiresScopes" => FederationVersion.Federation25,
        "policy" => FederationVersion.Federation26,
        "override" when Argument(directive, "label") is not null => FederationVersion.Federation27,
        _ => FederationVersion.Federation20,
    };
}
