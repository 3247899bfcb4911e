using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Makes a schema a subgraph: keeps what its attributes say to the larger graph, checks it when all types are there, and adds the fields
/// by which the router asks. Apollo Federation 2, Subgraph Specification.
/// </summary>
internal sealed class Subgraph(TypeRegistry registry, ApolloFederationOptions options, IServiceProviderIsService? services)
{
    private readonly FederationDirectives _directives = new(options.Version);
    private readonly Dictionary<OutputField, KeyAttribute> _keyFields = [];
    private readonly Dictionary<object, string> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Entity> _entities = [];

    /// <summary>Keeps what is said about one definition.</summary>
    /// <param name="definition">The type, field, argument or value.</param>
    /// <param name="place">What it is in C#, for messages.</param>
    /// <param name="said">What is said about it.</param>
    public void Read(object definition, string place, params IReadOnlyList<Annotated> said)
    {
        var attributes = said.SelectMany(each => each.All<Attribute>()).ToList();
        _places[definition] = place;
        foreach (var key in attributes.OfType<KeyAttribute>()) ReadKey(definition, key, place);
        foreach (var directive in FederationAttributes.Read(attributes)) _directives.Add(definition, directive, place);
    }

    /// <summary>Checks everything, and adds to the query root what the router asks for.</summary>
    public void Complete(IReadOnlyList<NamedType> types)
    {
        var sets = new FieldSets(_directives, types);
        foreach (var type in types.OfType<ComplexType>()) registry.Attempt(() => ReadEntity(type, sets, types));
        foreach (var type in types.OfType<ComplexType>()) CheckFields(type, sets);
        ShareCommonTypes(types);
        var members = types.OfType<ObjectType>().Where(type => _entities.ContainsKey(type.Name) || type.Interfaces.Exists(parent => _entities.ContainsKey(parent.Name)));
        new EntityFields(_entities, new SubgraphPrinter(_directives, options, [.. Composed()]), options, registry.Costs).AddTo(registry.Query!, members);
    }

    private void ReadKey(object definition, KeyAttribute key, string place)
    {
        if (definition is OutputField field) _keyFields[field] = key.FieldSet is null ? key : throw FederationErrors.FieldSetOnField(place, key.FieldSet);
        else if (key.FieldSet is null) throw FederationErrors.NoFieldSet(place);
    }

    private void ReadEntity(ComplexType type, FieldSets sets, IReadOnlyList<NamedType> types)
    {
        AddKeyOfFields(type);
        var keys = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var directive in _directives.Of(type).Where(directive => directive.Name.Value == FederationDirectives.Key))
        {
            var fields = ((StringValueNode)FederationDirectives.Argument(directive, FederationDirectives.Fields)!).Value;
            var leaves = sets.OfKey(fields, type);
            if (FederationDirectives.Argument(directive, "resolvable") is null) keys[fields] = leaves;
        }

        if (keys.Count > 0) _entities[type.Name] = new EntityReader(registry, _directives, services, types).Read(type, ClrTypeOf(type)!, keys);
    }

    /// <summary>All properties with <c>[Key]</c> are one key together.</summary>
    private void AddKeyOfFields(ComplexType type)
    {
        var fields = type.Fields.Where(_keyFields.ContainsKey).ToList();
        if (fields.Count == 0) return;
        var key = FederationAttributes.Key(string.Join(' ', fields.Select(field => field.Name)), fields.TrueForAll(field => _keyFields[field].Resolvable));
        _directives.Add(type, key, _places.GetValueOrDefault(type, type.Name));
    }

    private void CheckFields(ComplexType type, FieldSets sets)
    {
        foreach (var field in type.Fields)
        {
            var place = _places.GetValueOrDefault(field, $"{type}.{field.Name}");
            foreach (var required in _directives.FieldSets(field, FederationDirectives.Requires))
                registry.Attempt(() => sets.Check(required, type, place, FederationDirectives.Requires));
            foreach (var provided in _directives.FieldSets(field, FederationDirectives.Provides))
                registry.Attempt(() => sets.Check(provided, Provided(field, place), place, FederationDirectives.Provides));
        }
    }

    private static NamedType Provided(OutputField field, string place) =>
        field.Type.Named is ScalarType or EnumType ? throw FederationErrors.ProvidesNothing(place, field.Type.Named) : field.Type.Named;

    private IEnumerable<ComposedDirective> Composed()
    {
        foreach (var (type, directive) in registry.Directives.Known)
        {
            if (registry.InputAnnotations.Of(type).Find<ComposeDirectiveAttribute>() is not { } composed) continue;
            if (options.Version < FederationVersion.Federation21) throw FederationErrors.TooYoung(ClrTypes.Describe(type), "composeDirective", FederationVersion.Federation21, options.Version);
            if (!IsSpecification(composed.Url)) throw FederationErrors.NoSpecification(type, composed.Url);
            yield return new ComposedDirective(directive.Type.Name, composed.Url);
        }
    }

    /// <summary>A specification's address ends in its name and version.</summary>
    private static bool IsSpecification(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Segments is [.., [_, .., '/'], ['v', .. var version]] && Version.TryParse(version, out _);

    /// <summary>Types that the engine makes the same in every subgraph.</summary>
    private void ShareCommonTypes(IEnumerable<NamedType> types)
    {
        if (types.FirstOrDefault(type => type is ObjectType { Name: "PageInfo" }) is { } page)
            _directives.Add(page, Literals.Directive(FederationDirectives.Shareable), page.Name);
    }

    private static Type? ClrTypeOf(ComplexType type) => type is ObjectType made ? made.RuntimeType : ((InterfaceType)type).RuntimeType;
}
