using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>What is no subgraph stops the start, with a sentence that names it.</summary>
public sealed class FederationErrorsTests
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.Federation.FederationErrorsTests+";

    [Theory]
    [InlineData(typeof(UnknownField), "UnknownField has the fields \"id nope\": UnknownField has no field nope.")]
    [InlineData(typeof(NoSelection), "NoSelection has the fields \"of\": of is of the type Named!: say which of its fields.")]
    [InlineData(typeof(LeafWithFields), "LeafWithFields has the fields \"id { x }\": id has no fields.")]
    [InlineData(typeof(ListInKey), "ListInKey has the fields \"all { id }\": all is of the type [Named!]!, and a key may have neither lists nor interfaces nor unions.")]
    [InlineData(typeof(AliasInKey), "AliasInKey has the fields \"x: id\": id must stand there by its name alone.")]
    [InlineData(typeof(FragmentInKey), "FragmentInKey has the fields \"... on FragmentInKey { id }\": fragments have no place in it.")]
    [InlineData(typeof(BrokenKey), "BrokenKey has the fields \"id {\": Syntax Error: Expected Name, found \"}\".")]
    [InlineData(typeof(TwoSets), "TwoSets has the fields \"id } { id\": that is more than one selection.")]
    public void A_key_names_fields_of_its_type(Type type, string message) => Assert.Equal(message, ErrorOf(type));

    [Theory]
    [InlineData(typeof(Empty), Here + "Empty carries [Key] without fields: name them, such as [Key(\"id\")].")]
    [InlineData(typeof(SetOnProperty), Here + "SetOnProperty.Id carries [Key(\"id\")]: on a property leave out the fields, and name them on the type.")]
    [InlineData(
        typeof(Unresolved),
        Here + "Unresolved has a resolvable key, but nothing fetches one by it: mark a static method with [ReferenceResolver], or make the key one that others resolve: [Key(\"…\", resolvable: false)].")]
    [InlineData(typeof(OtherKey), "No reference resolver of " + Here + "OtherKey can do with the key \"name\" alone: let its parameters be fields of the key, or nullable.")]
    [InlineData(typeof(OfInstance), Here + "OfInstance.Find is a reference resolver, so it must be static.")]
    [InlineData(typeof(OfOther), Here + "OfOther.Find is a reference resolver of " + Here + "OfOther, but returns System.String.")]
    [InlineData(typeof(OfNothing), Here + "OfNothing.Find is a reference resolver, but takes no field of its entity: let a parameter have the name of a key field, or mark it with [Map].")]
    [InlineData(
        typeof(OfUnknown),
        "The parameter key of " + Here + "OfUnknown.Find should be the field key of OfUnknown, which is none, or none that holds a scalar or an enum: "
        + "name the field with [Map(\"…\")], or mark a service with [Service].")]
    [InlineData(typeof(MissingMethod), Here + "MissingMethod has no public static method Nope, which [ReferenceResolver] names.")]
    [InlineData(typeof(NoMethod), Here + "NoMethod carries [ReferenceResolver] without saying which method: set EntityResolver, or mark the method itself.")]
    public void An_entity_needs_a_key_and_who_fetches_it(Type type, string message) => Assert.Equal(message, ErrorOf(type));

    [Theory]
    [InlineData(typeof(RequiresUnknown), Here + "RequiresUnknown.Sum has the fields \"nope\": RequiresUnknown has no field nope.")]
    [InlineData(typeof(RequiresOwn), Here + "RequiresOwn.Sum has the fields \"own\": own is resolved in this subgraph anyway: mark it with [External], or leave it out.")]
    [InlineData(typeof(ProvidesOfLeaf), Here + "ProvidesOfLeaf.Name carries [Provides], but its type String has no fields.")]
    [InlineData(typeof(ProvidesOwn), Here + "ProvidesOwn.Inner has the fields \"id\": id is resolved in this subgraph anyway: mark it with [External], or leave it out.")]
    public void What_is_required_or_provided_is_external(Type type, string message) => Assert.Equal(message, ErrorOf(type));

    [Theory]
    [InlineData(FederationVersion.Federation24, "carries @authenticated, which is there since Federation 2.5, and this subgraph is written in 2.4: raise the version in AddApolloFederation, or leave it out.")]
    [InlineData(FederationVersion.Federation20, "carries @authenticated, which is there since Federation 2.5, and this subgraph is written in 2.0: raise the version in AddApolloFederation, or leave it out.")]
    [InlineData(FederationVersion.Federation25, null)]
    public void A_directive_needs_its_version(FederationVersion version, string? message) =>
        Assert.Equal(message is null ? null : $"{Here}Young.Secret {message}", Errors(typeof(Young), version).SingleOrDefault());

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(2, Errors(typeof(TwoMistakes)).Count);

    private static string ErrorOf(Type type) => Assert.Single(Errors(type));

    private static List<string> Errors(Type type, FederationVersion version = FederationVersion.Latest)
    {
        var services = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>();
        var builder = new SchemaBuilder(services).AddType(type).AddApolloFederation(new ApolloFederationOptions { Version = version });
        try
        {
            builder.Build();
            return [];
        }
        catch (SchemaException error)
        {
            return [.. error.Errors.Select(each => each.Message)];
        }
    }

    internal sealed record Named(int Id);

    [Key("id nope", resolvable: false)]
    internal sealed record UnknownField(int Id);

    [Key("of", resolvable: false)]
    internal sealed record NoSelection(Named Of);

    [Key("id { x }", resolvable: false)]
    internal sealed record LeafWithFields(int Id);

    [Key("all { id }", resolvable: false)]
    internal sealed record ListInKey(Named[] All);

    [Key("x: id", resolvable: false)]
    internal sealed record AliasInKey(int Id);

    [Key("... on FragmentInKey { id }", resolvable: false)]
    internal sealed record FragmentInKey(int Id);

    [Key("id {", resolvable: false)]
    internal sealed record BrokenKey(int Id);

    [Key("id } { id", resolvable: false)]
    internal sealed record TwoSets(int Id);

    [Key]
    internal sealed record Empty(int Id);

    internal sealed record SetOnProperty([property: Key("id")] int Id);

    [Key("id")]
    internal sealed record Unresolved(int Id);

    [Key("id")]
    [Key("name")]
    internal sealed record OtherKey(int Id, string Name)
    {
        [ReferenceResolver]
        public static OtherKey? Find(int id) => new(id, "");
    }

    [Key("id")]
    internal sealed record OfInstance(int Id)
    {
        [GraphQLIgnore]
        [ReferenceResolver]
        public OfInstance Find(int id) => this with { Id = id };
    }

    [Key("id")]
    internal sealed record OfOther(int Id)
    {
        [ReferenceResolver]
        public static string Find(int id) => $"{id}";
    }

    [Key("id")]
    internal sealed record OfNothing(int Id)
    {
        [ReferenceResolver]
        public static OfNothing Find(CancellationToken cancellationToken) => new(cancellationToken.IsCancellationRequested ? 1 : 0);
    }

    [Key("id")]
    internal sealed record OfUnknown(int Id)
    {
        [ReferenceResolver]
        public static OfUnknown Find(int key) => new(key);
    }

    [Key("id")]
    [ReferenceResolver(EntityResolver = "Nope")]
    internal sealed record MissingMethod(int Id);

    [Key("id")]
    [ReferenceResolver]
    internal sealed record NoMethod(int Id);

    internal sealed record RequiresUnknown(int Id)
    {
        [Requires("nope")]
        public int Sum => Id;
    }

    internal sealed record RequiresOwn(int Id, int Own)
    {
        [Requires("own")]
        public int Sum => Id;
    }

    internal sealed record ProvidesOfLeaf([property: Provides("id")] string Name);

    internal sealed record ProvidesOwn([property: Provides("id")] Named Inner);

    internal sealed record Young(int Id)
    {
        [Authenticated]
        public int Secret => Id;
    }

    [Key("id nope", resolvable: false)]
    internal sealed record TwoMistakes(int Id)
    {
        [Requires("nope")]
        public int Sum => Id;
    }
}
