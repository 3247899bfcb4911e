using System.Reflection;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Why a schema is no subgraph. Each sentence names the member and the way out.</summary>
internal static class FederationErrors
{
    public static SchemaException TooYoung(string place, string directive, FederationVersion since, FederationVersion version) => new(
        $"{place} carries @{directive}, which is there since Federation 2.{(int)since}, and this subgraph is written in 2.{(int)version}: "
        + "raise the version in AddApolloFederation, or leave it out.");

    public static SchemaException NoSpecification(Type type, string url) => new(
        $"{ClrTypes.Describe(type)} carries [ComposeDirective(\"{url}\")], which must end in a name and a version: https://specs.example.org/owner/v1.0.");

    public static SchemaException NoFieldSet(string place) => new($"{place} carries [Key] without fields: name them, such as [Key(\"id\")].");

    public static SchemaException FieldSetOnField(string place, string fields) => new(
        $"{place} carries [Key(\"{fields}\")]: on a property leave out the fields, and name them on the type.");

    public static SchemaException NotAFieldSet(string place, string fields, string problem) => new($"{place} has the fields \"{fields}\": {problem}");

    public static SchemaException ProvidesNothing(string place, NamedType type) =>
        new($"{place} carries [Provides], but its type {type} has no fields.");

    public static SchemaException NoReferenceResolver(string type) => new(
        $"{type} has a resolvable key, but nothing fetches one by it: mark a static method with [ReferenceResolver], "
        + "or make the key one that others resolve: [Key(\"…\", resolvable: false)].");

    public static SchemaException KeyWithoutResolver(string type, string fields) => new(
        $"No reference resolver of {type} can do with the key \"{fields}\" alone: let its parameters be fields of the key, or nullable.");

    public static SchemaException NotStatic(MethodInfo method) => new($"{ClrTypes.Describe(method)} is a reference resolver, so it must be static.");

    public static SchemaException OtherEntity(MethodInfo method, Type result, Type entity) =>
        new($"{ClrTypes.Describe(method)} is a reference resolver of {ClrTypes.Describe(entity)}, but returns {ClrTypes.Describe(result)}.");

    public static SchemaException NoReference(MethodInfo method) => new(
        $"{ClrTypes.Describe(method)} is a reference resolver, but takes no field of its entity: let a parameter have the name of a key field, or mark it with [Map].");

    public static SchemaException NoSuchMethod(Type type, string name) => new($"{ClrTypes.Describe(type)} has no public static method {name}, which [ReferenceResolver] names.");

    public static SchemaException NothingNamed(Type type) =>
        new($"{ClrTypes.Describe(type)} carries [ReferenceResolver] without saying which method: set EntityResolver, or mark the method itself.");

    public static SchemaException NoExternalObject(PropertyInfo property, NamedType type) => new(
        $"{ClrTypes.Describe(property)} takes what other subgraphs have resolved, but {type} has no public constructor whose parameters are its properties: "
        + "give its class one, or the property no public setter.");

    public static SchemaException UnknownField(ParameterInfo parameter, string path, NamedType type) => new(
        $"The parameter {parameter.Name} of {ClrTypes.Describe(parameter.Member)} should be the field {path} of {type}, "
        + "which is none, or none that holds a scalar or an enum: name the field with [Map(\"…\")], or mark a service with [Service].");
}
