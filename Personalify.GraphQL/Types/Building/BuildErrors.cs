using System.Reflection;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What can be wrong with annotated C#, each in a sentence that names the member and the way out.</summary>
internal static class BuildErrors
{
    private const string OrLeaveOut = "leave it out with [GraphQLIgnore]";

    public static SchemaException NoField(MemberInfo member, string problem) =>
        new($"{ClrTypes.Describe(member)} {problem}, so it cannot be a field: {OrLeaveOut}, or change it.");

    public static SchemaException NoGraphQLType(string member, Type type) => new(
        $"{member} is of the type {ClrTypes.Describe(type)}, which is no GraphQL type: "
        + $"{OrLeaveOut}, name its type with [GraphQLType], or change it.");

    public static SchemaException UnknownType(string member, string name) =>
        new($"{member} names the type {name}, which is neither a scalar nor a type of this schema.");

    public static SchemaException AbstractOutput(string member, Type type) =>
        new($"{member} is of the abstract type {ClrTypes.Describe(type)}: mark that with [InterfaceType] or [UnionType].");

    public static SchemaException AbstractInput(string member, Type type) =>
        new($"{member} takes the abstract type {ClrTypes.Describe(type)}: an input must be a record or class with a public constructor.");

    public static SchemaException NoObject(Type type) => new($"{ClrTypes.Describe(type)} is no object type.");

    public static SchemaException ExtendsInterface(Type extension, Type type) =>
        new($"{ClrTypes.Describe(extension)} extends {ClrTypes.Describe(type)}, which is an interface: declare the member there.");

    public static SchemaException SameName(string name, string first, string second) => new(
        $"Both {first} and {second} are named {name}: "
        + "give one of them another name with [GraphQLName], or with ConnectionName on a connection.");

    public static SchemaException SecondField(MemberInfo member, string coordinate) =>
        new($"{ClrTypes.Describe(member)} would be a second field {coordinate}: rename one of them, or {OrLeaveOut}.");

    public static SchemaException SubscriptionWithoutStream(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is a subscription field: it must return IAsyncEnumerable<T>, its events, or be marked with [Subscribe].");

    public static SchemaException StreamWithSubscribe(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} returns a stream, which subscription fields without [Subscribe] do: return the value for one event, or leave the mark out.");

    public static SchemaException SubscribeOutsideSubscription(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is marked with [Subscribe], which only members of a [SubscriptionType] class may be.");

    public static SchemaException TopicWithoutSubscribe(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is marked with [Topic], so it must be marked with [Subscribe] without With.");

    public static SchemaException NoOpener(MemberInfo member, string name) =>
        new($"{ClrTypes.Describe(member)} names {name} as the method that opens its stream: its class must have exactly one method of that name.");

    public static SchemaException OpensNothing(MemberInfo opener) =>
        new($"{ClrTypes.Describe(opener)} opens the stream of a subscription: it must return IAsyncEnumerable<T> or ISourceStream<T>, perhaps in a task.");

    public static SchemaException NoEvent(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} subscribes to a topic, so a parameter must take its messages: mark it with [EventMessage].");

    public static SchemaException NotAnEvent(ParameterInfo parameter, string member) =>
        new($"The parameter {parameter.Name} of {member} is marked with [EventMessage], but only subscription fields have events.");

    public static SchemaException EventTooEarly(ParameterInfo parameter, MemberInfo opener) =>
        new($"The parameter {parameter.Name} of {ClrTypes.Describe(opener)} is marked with [EventMessage], but there is no event yet when the stream is opened.");

    public static SchemaException OtherEvent(ParameterInfo parameter, MemberInfo member, MemberInfo opener, Type message) => new(
        $"The parameter {parameter.Name} of {ClrTypes.Describe(member)} takes events of the type {ClrTypes.Describe(parameter.ParameterType)}, "
        + $"but {ClrTypes.Describe(opener)} sends {ClrTypes.Describe(message)}.");

    public static SchemaException OtherArgument(MemberInfo opener, InputField argument, InputField known) => new(
        $"{ClrTypes.Describe(opener)} takes the argument {argument.Name} as {argument.Type}, but the field takes it as {known.Type}: make them the same.");

    public static SchemaException NoTopicArgument(MemberInfo member, string name) =>
        new($"The topic of {ClrTypes.Describe(member)} has a place for {name}, which is no argument of the field.");

    public static SchemaException NoBroker(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} subscribes to a topic, but no broker is registered: call AddInMemorySubscriptions(), or register an ITopicEventReceiver.");

    public static SchemaException BatchOfMutation(MemberInfo member) => new([new GraphQLError(
        $"{ClrTypes.Describe(member)} is marked with [BatchResolver], but it is a root field of mutations, which run one after the other: leave the attribute out.")
        .WithCode(ErrorCodes.BatchResolverOnMutationField)]);

    public static SchemaException BatchOfSubscription(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is marked with [BatchResolver], but a subscription has one event at a time: leave the attribute out.");

    public static SchemaException BatchOfOneParent(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [BatchResolver], but it is called on one parent: move it to a class that extends the type, "
        + "where it takes all of them as a list marked with [Parent].");

    public static SchemaException BatchOfReference(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [BatchResolver], but it fetches one object by what refers to it: take a DataLoader, which makes batches.");

    public static SchemaException BatchWithoutList(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [BatchResolver], so it must return a list with one result for each parent: "
        + "an array, a List<T>, an IList<T>, an IReadOnlyList<T> or an ImmutableArray<T>, perhaps in a task.");

    public static SchemaException BatchOfNothing(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [BatchResolver], but takes neither its parents nor an argument, so it cannot know how many results to return: "
        + "add a list of the parents, marked with [Parent].");

    public static SchemaException BatchParameterWithoutList(ParameterInfo parameter) => new(
        $"The parameter {parameter.Name} of {ClrTypes.Describe(parameter.Member)} has a value for each parent, because that is marked with [BatchResolver]: "
        + $"make it an IReadOnlyList<{ClrTypes.Describe(parameter.ParameterType)}>.");

    public static SchemaException NoPlaceInBatch(ParameterInfo parameter, string member) => new(
        $"The parameter {parameter.Name} of {member} is about one place of the response, but a [BatchResolver] is called for many: leave it out.");

    public static SchemaException ConnectionWithoutPaging(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} returns a connection, so it must be a method marked with [UsePaging].");

    public static SchemaException PagingWithoutList(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [UsePaging], so it must return a list, an ordered IQueryable<T>, a Page<T> or a Connection<T>.");

    public static SchemaException PagingWithoutArguments(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} makes its pages itself, so it must take PagingArguments.");

    public static SchemaException PagedTwice(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is marked with [UsePaging] and with [UseConnection]: leave one of them out.");

    public static SchemaException NoOwnConnection(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is marked with [UseConnection], so it must return an object of your own class: for lists, Page<T> and Connection<T> there is [UsePaging].");

    public static SchemaException ExtendsNothing(Type extension, string name) => new(
        $"{ClrTypes.Describe(extension)} extends {name}, which is no object type of this schema: correct the name, or add what leads to the type.");

    public static SchemaException IgnoresByName(Type extension, string name) => new(
        $"{ClrTypes.Describe(extension)} leaves properties out of {name}: say which class that is with [ExtendObjectType(typeof(…))].");

    public static SchemaException BindsNothing(MemberInfo member, Type type, string name) => new(
        $"{ClrTypes.Describe(member)} is to take the place of {name}, which is no field of {ClrTypes.Describe(type)}: correct the name, or leave [BindMember] out.");

    public static SchemaException BindsNoExtension(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is marked with [BindMember], which only members of a class that extends a type may be.");

    public static SchemaException ArgumentsWithoutPaging(string member) =>
        new($"{member} takes PagingArguments, so it must be marked with [UsePaging] or [UseConnection].");

    public static SchemaException WrongOrder(MemberInfo member) => new([new GraphQLError(
        $"{ClrTypes.Describe(member)} carries its attributes in another order than they run in: "
        + "write [UsePaging], [UseProjection], [UseFiltering], [UseSorting].").WithCode(ErrorCodes.MiddlewareOrder)]);

    public static SchemaException MiddlewareAmongData(MemberInfo member) => new([new GraphQLError(
        $"{ClrTypes.Describe(member)} has middleware between [UseProjection], [UseFiltering] and [UseSorting], which act on the list as one: "
        + "write it before or after all of them.").WithCode(ErrorCodes.MiddlewareOrder)]);

    public static SchemaException NoResolver(Type type, string name) => new(
        $"The field {name} that is described for {ClrTypes.Describe(type)} is none of its members, and nothing resolves it: add Resolve or ResolveWith.");

    /// <summary>A function has no name by which its author could find it.</summary>
    public static SchemaException OfDescribed(string coordinate, SchemaException error) =>
        new([.. error.Errors.Select(each => each with { Message = $"The described field {coordinate}: {each.Message}" })]);

    public static SchemaException NoDirective(Type type) =>
        new($"{ClrTypes.Describe(type)} is used as a directive: mark it with [DirectiveType], or describe it by a DirectiveType<T> with its locations.");

    public static SchemaException SameDirective(string name, Type first, Type second) => new(
        $"Both {ClrTypes.Describe(first)} and {ClrTypes.Describe(second)} are the directive @{name}: give one of them another name with [GraphQLName].");

    public static SchemaException ReservedDirective(string name, Type type) =>
        new($"{ClrTypes.Describe(type)} is the directive @{name}, which the engine has: give it another name with [GraphQLName].");

    public static SchemaException DirectiveElsewhere(string place, DirectiveType directive, string location) =>
        new($"{place} carries @{directive.Name}, which may stand at {string.Join(", ", directive.Locations)} and not at {location}: leave it out, or add the location.");

    public static SchemaException DirectiveTwice(string place, DirectiveType directive) =>
        new($"{place} carries @{directive.Name} more than once, and it is not repeatable: leave one out, or make it repeatable.");

    public static SchemaException WrongDirective(string place, DirectiveType directive, string problem) => new($"{place} carries @{directive.Name} with an argument that does not fit: {problem}");

    public static SchemaException NoSuchField(Type type, string name) =>
        new($"The field {name} that is described for {ClrTypes.Describe(type)} is none of its members: name one that there is.");

    public static SchemaException NoSuchValue(Type type, object value) => new($"{value} is no member of {ClrTypes.Describe(type)}, which it is described for.");

    public static SchemaException UntypedArgument(string coordinate) =>
        new($"{coordinate} is no parameter of a resolver, so it needs a type: add Type in its description.");

    public static SchemaException NotAdded(MemberInfo member, string attribute, string call) =>
        new($"{ClrTypes.Describe(member)} is marked with {attribute}, which this schema does not know: call {call} on its builder.");

    public static SchemaException NoList(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} is to be filtered, ordered or projected, so it must return a list, "
        + "or take a QueryContext<T> and apply it.");

    public static SchemaException WrongConfiguration(MemberInfo member, Type configuration, Type definition, Type item) => new(
        $"{ClrTypes.Describe(member)} names {ClrTypes.Describe(configuration)}, which must be a {definition.Name.Split('`')[0]}<{ClrTypes.Describe(item)}>.");

    public static SchemaException NoUniqueKey(MemberInfo member, Type type) => new(
        $"{ClrTypes.Describe(member)} is paged and ordered by clients, so its items need a last word on their order: "
        + $"mark the unique property of {ClrTypes.Describe(type)} with [Key].");

    public static SchemaException UnknownRequirement(MemberInfo member, Type parent, string name) =>
        new($"{ClrTypes.Describe(member)} requires {name} of its parent, which is no property of {ClrTypes.Describe(parent)}.");

    public static SchemaException NothingToFilterBy(string type) =>
        new($"{type} would have no field: leave out what leads to it, or name its fields in a FilterInputType<T>.");

    public static SchemaException NothingToOrderBy(string type) =>
        new($"{type} would have no field: leave out what leads to it, or name its fields in a SortInputType<T>.");

    public static SchemaException SecondInput(string type, string field) =>
        new($"{type}.{field} is there twice: give one of them another name, or ignore it.");

    public static SchemaException UnnamedExpression(Type type, string expression) =>
        new($"{expression} of {ClrTypes.Describe(type)} is no property, so it needs a name: add .Name(\"…\").");

    public static SchemaException ErrorsWithoutConvention(MemberInfo member) => new(
        $"{ClrTypes.Describe(member)} declares errors, which only a mutation under the mutation convention may: "
        + "call AddMutationConventions, and leave out [UseMutationConvention(Disable = true)].");

    public static SchemaException ErrorFromNothing(MemberInfo member, Type error) => new(
        $"{ClrTypes.Describe(member)} declares the error {ClrTypes.Describe(error)}, which nothing makes: give it a public constructor or a "
        + "static method CreateErrorFrom that takes an exception, or return it in a FieldResult<T>.");

    public static SchemaException PayloadHasField(ObjectType payload, string field) => new(
        $"{payload} has a field {field} already, so the declared errors have no place: leave it out, or declare none.");

    public static SchemaException IdOfNothing(MemberInfo member) =>
        new($"{ClrTypes.Describe(member)} is an id of no type that could be told: name it with [ID<T>] or [ID(\"Type\")].");

    public static SchemaException NodeWithoutResolver(Type type) => new(
        $"{ClrTypes.Describe(type)} is marked with [Node], but nothing fetches one by its id: add a static method Get{type.Name}Async that takes "
        + "the id and services, or mark one with [NodeResolver].");

    public static SchemaException NodeResolverWithoutId(string method) =>
        new($"{method} is a node resolver, so it must take the id first, and after that services only.");

    public static SchemaException ScalarOfOthers(string name) => new($"There is a scalar {name} already: give yours another name.");

    public static SchemaException ByReference(ParameterInfo parameter, string member) =>
        new($"The parameter {parameter.Name} of {member} is passed by reference: pass it by value.");

    public static SchemaException NotTheParent(ParameterInfo parameter, string member, Type? parent) => new(
        $"The parameter {parameter.Name} of {member} is marked with [Parent], but "
        + (parent is null ? "a root field has no parent." : $"the parent is a {ClrTypes.Describe(parent)}."));

    public static SchemaException NeitherServiceNorInput(ParameterInfo parameter, string member) => new(
        $"The parameter {parameter.Name} of {member} is of the type {ClrTypes.Describe(parameter.ParameterType)}, "
        + "which is neither a registered service nor an input: "
        + "register it, mark it with [Service], or make it a record to have it as an argument.");

    public static SchemaException NoConstructor(Type type) =>
        new($"{ClrTypes.Describe(type)} has no public constructor whose parameters are its properties, so it cannot be an input.");

    public static SchemaException Unfillable(string coordinate, Type type, Type item) => new(
        $"{coordinate} is of the type {ClrTypes.Describe(type)}, which the engine cannot fill: "
        + $"use IReadOnlyList<{ClrTypes.Describe(item)}>.");

    public static SchemaException WrongDefault(string coordinate, GraphQLType type, string problem) =>
        new($"The default of {coordinate} does not fit its type {type}: {problem}");
}
