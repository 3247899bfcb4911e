using System.Text.Json;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The fields <c>Query._service</c> and <c>Query._entities</c>. Apollo Federation 2, Subgraph Specification.</summary>
internal sealed class EntityFields(IReadOnlyDictionary<string, Entity> entities, SubgraphPrinter printer, ApolloFederationOptions options, CostConvention costs)
{
    private const string Representations = "representations";

    private readonly ScalarType _any = new AnyScalar(SubgraphPrinter.Any) { Description = "What another subgraph knows of an entity: __typename, and the fields of a key." };
    private string? _sdl;

    public void AddTo(ObjectType query, IEnumerable<ObjectType> members)
    {
        query.Fields.Add(Service());
        var union = new UnionType(SubgraphPrinter.Entity) { Description = "Every type that can be fetched by its key." };
        union.Types.AddRange(members.OrderBy(member => member.Name, StringComparer.Ordinal));
        if (union.Types.Count > 0) query.Fields.Add(Entities(union));
    }

    private OutputField Service()
    {
        var service = new ObjectType(SubgraphPrinter.Service) { Description = "What the larger graph is told of this schema." };
        service.Fields.Add(new OutputField("sdl", new NonNullType(SpecifiedScalars.String)) { Description = "The schema with federation's directives.", PureResolver = sdl => sdl });
        return new OutputField(SubgraphPrinter.ServiceField, new NonNullType(service))
        {
            Resolver = context => new(LazyInitializer.EnsureInitialized(ref _sdl, () => printer.Print(context.Schema))),
        };
    }

    private OutputField Entities(UnionType union)
    {
        var field = new OutputField(SubgraphPrinter.EntitiesField, new NonNullType(new ListType(union)))
        {
            Description = "Fetches entities by what other subgraphs know of them, in that order; null where there is none.",
            AppliedDirectives = costs.OfFetching(Representations),
            Resolver = ResolveAsync,
        };
        field.Arguments.Add(new InputField(Representations, new NonNullType(new ListType(new NonNullType(_any)))));
        return field;
    }

    private ValueTask<object?> ResolveAsync(IResolverContext context) =>
        ManyNodes.FetchAsync<JsonElement>(context, Representations, options.MaxAllowedRepresentations, ResolveAsync);

    private async ValueTask<object?> ResolveAsync(NodeContext context, JsonElement json)
    {
        var representation = new Representation(json);
        if (!entities.TryGetValue(representation.TypeName, out var entity))
            throw Representation.Invalid($"This subgraph has no entity of the type {Literals.Quote(ShownValue.Of(representation.TypeName))}.");
        return await entity.ResolveAsync(context, representation).ConfigureAwait(false);
    }
}
