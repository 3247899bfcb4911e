using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes directives of the attributes of one definition.</summary>
internal static class FederationAttributes
{
    public static IEnumerable<DirectiveNode> Read(IReadOnlyCollection<Attribute> attributes) =>
    [
        .. attributes.Select(Read).OfType<DirectiveNode>(),
        .. Groups("requiresScopes", "scopes", attributes.OfType<RequiresScopesAttribute>().Select(attribute => attribute.Scopes)),
        .. Groups("policy", "policies", attributes.OfType<PolicyAttribute>().Select(attribute => attribute.Policies)),
    ];

    public static DirectiveNode Key(string fields, bool isResolvable) => isResolvable
        ? OfFields(FederationDirectives.Key, fields)
        : Literals.Directive(FederationDirectives.Key, (FederationDirectives.Fields, new StringValueNode(fields)), ("resolvable", new BooleanValueNode(false)));

    private static DirectiveNode? Read(Attribute attribute) => attribute switch
    {
        KeyAttribute { FieldSet: { } fields } key => Key(fields, key.Resolvable),
        ShareableAttribute => Literals.Directive(FederationDirectives.Shareable),
        ExternalAttribute => Literals.Directive(FederationDirectives.External),
        RequiresAttribute requires => OfFields(FederationDirectives.Requires, requires.FieldSet),
        ProvidesAttribute provides => OfFields(FederationDirectives.Provides, provides.FieldSet),
        OverrideAttribute taken => Override(taken),
        InaccessibleAttribute => Literals.Directive("inaccessible"),
        ApolloTagAttribute tag => Literals.Directive("tag", ("name", new StringValueNode(tag.Name))),
        InterfaceObjectAttribute => Literals.Directive("interfaceObject"),
        AuthenticatedAttribute => Literals.Directive("authenticated"),
        _ => null,
    };

    private static DirectiveNode OfFields(string name, string fields) => Literals.Directive(name, (FederationDirectives.Fields, new StringValueNode(fields)));

    private static DirectiveNode Override(OverrideAttribute taken)
    {
        var from = ("from", (ValueNode)new StringValueNode(taken.From));
        return taken.Label is { } label ? Literals.Directive("override", from, ("label", new StringValueNode(label))) : Literals.Directive("override", from);
    }

    /// <summary>One directive for all attributes: what each of them names is needed together.</summary>
    private static IEnumerable<DirectiveNode> Groups(string name, string argument, IEnumerable<string[]> groups)
    {
        ValueNode[] lists = [.. groups.Select(Literals.Texts)];
        return lists.Length == 0 ? [] : [Literals.Directive(name, (argument, new ListValueNode(lists)))];
    }
}
