using System.Reflection;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A type whose objects this subgraph can fetch by representations.</summary>
/// <param name="Type">The type.</param>
/// <param name="ClrType">The class of its objects.</param>
/// <param name="Keys">The fields of each key that can be resolved.</param>
/// <param name="Resolvers">Who fetches, in the order in which they are asked.</param>
/// <param name="Externals">Properties that take what other subgraphs resolved.</param>
internal sealed record Entity(
    ComplexType Type, Type ClrType, IReadOnlyList<string> Keys, IReadOnlyList<EntityResolver> Resolvers, IReadOnlyList<ExternalProperty> Externals)
{
    /// <summary>The object, or <c>null</c> when there is none of this type.</summary>
    /// <exception cref="GraphQLException">No resolver can do with the representation, or one refuses it.</exception>
    public async ValueTask<object?> ResolveAsync(IResolverContext context, Representation representation)
    {
        var resolver = Resolvers.FirstOrDefault(each => each.CanResolve(representation)) ?? throw NoKey(representation);
        var found = await resolver.Resolve(context, representation).ConfigureAwait(false);
        if (found is null || !ClrType.IsInstanceOfType(found)) return null;
        await AuthorizedResolver.AskAsync(new NodeContext(context, found), resolver.TypeDemands).ConfigureAwait(false);
        foreach (var external in Externals) external.Set(found, representation);
        return found;
    }

    private GraphQLException NoKey(Representation representation)
    {
        var keys = string.Join(" or ", Keys.Select(key => $"\"{key}\""));
        var given = representation.FieldNames;
        return Representation.Invalid($"A representation of {Type} must have the fields {keys}, and none of them null; found: {(given.Length == 0 ? "nothing" : given)}.");
    }
}

/// <summary>A reference resolver, bound.</summary>
/// <param name="Fields">What it takes of a representation.</param>
/// <param name="Resolve">Fetches; asks first what the method itself demands.</param>
/// <param name="TypeDemands">What the entity's classes demand of who sees the object that was fetched.</param>
internal sealed record EntityResolver(IReadOnlyList<RepresentationField> Fields, ReferenceResolver Resolve, IReadOnlyList<AuthorizationDemand> TypeDemands)
{
    public bool CanResolve(Representation representation) => Fields.All(field => !field.IsRequired || field.IsGiven(representation));

    /// <summary>Whether a key alone is enough.</summary>
    public bool CanResolve(IReadOnlyList<string> key) => Fields.All(field => !field.IsRequired || key.Contains(field.Path));
}

/// <summary>A property that takes the value of an external field, where the router sent it along.</summary>
internal sealed record ExternalProperty(PropertyInfo Property, RepresentationField Field)
{
    public void Set(object entity, Representation representation)
    {
        if (Field.IsGiven(representation)) Property.SetValue(entity, Field.Read(representation));
    }
}
