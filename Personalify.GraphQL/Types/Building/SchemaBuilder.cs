using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Makes a schema with bound resolvers from annotated C#, by reflection, once at start-up. The attributes are those of
/// <c>Annotations</c>, the names those of <see cref="NamingConventions"/>, non-null follows C#'s nullable annotations.
/// The printed order is fixed: the roots, then the other types by name; fields as they are declared, those of extensions after them.
/// </summary>
/// <param name="services">
/// Tells which parameter types are services. Without it, records, enums, scalars and lists are arguments and everything else is a service.
/// </param>
public sealed class SchemaBuilder(IServiceProviderIsService? services = null)
{
    private readonly TypeSources _sources = new();
    private readonly SchemaConventions _conventions = new();
    private readonly SchemaOptions _options = new();
    private string? _description;
    private TextCheck? _texts;

    /// <summary>
    /// The <c>@cost</c> of resolvers that wait and have no <see cref="CostAttribute"/>; <c>null</c> for none. Default: 10.
    /// </summary>
    public double? DefaultResolverCost { get; set; } = 10;

    /// <summary>
    /// The application's services, for those who describe the schema: classes of middleware, attributes. May be <c>null</c>.
    /// </summary>
    internal IServiceProvider? Services { get; set; }

    /// <inheritdoc cref="SchemaConventions.UseGeneratedCode" />
    internal bool UseGeneratedCode
    {
        get => _conventions.UseGeneratedCode;
        set => _conventions.UseGeneratedCode = value;
    }

    /// <summary>Adds every type of the assemblies that carries one of the type attributes, such as <c>[QueryType]</c>.</summary>
    public SchemaBuilder AddTypes(params ReadOnlySpan<Assembly> assemblies)
    {
        foreach (var assembly in assemblies) _sources.AddAssembly(assembly);
        return this;
    }

    /// <summary>Adds types of an assembly that a source generator has found there, so that nothing needs to look through it.</summary>
    /// <param name="assembly">The assembly, which also holds what implements interfaces and unions.</param>
    /// <param name="types">Every type of it that carries one of the type attributes.</param>
    public SchemaBuilder AddTypes(Assembly assembly, IEnumerable<Type> types)
    {
        _sources.AddAssembly(assembly, types);
        return this;
    }

    /// <summary>
    /// Adds one type by its attributes; without any it is an object type, a class of scalars is that scalar, and a <see
    /// cref="TypeDefinition"/> says
    /// itself what it is.
    /// </summary>
    public SchemaBuilder AddType(Type type)
    {
        if (typeof(ScalarType).IsAssignableFrom(type)) return AddScalar((ScalarType)Activator.CreateInstance(type)!);
        _sources.Add(type);
        return this;
    }

    /// <inheritdoc cref="AddType(Type)" />
    public SchemaBuilder AddType<T>() => AddType(typeof(T));

    /// <summary>Adds what describes a type.</summary>
    public SchemaBuilder AddType(TypeDefinition definition)
    {
        _sources.Add(definition);
        return this;
    }

    /// <summary>
    /// Adds a scalar: values of its runtime type are one, unless another is bound, and <see cref="GraphQLTypeAttribute"/> may name it.
    /// </summary>
    /// <exception cref="SchemaException">There is another scalar of that name.</exception>
    public SchemaBuilder AddScalar(ScalarType scalar)
    {
        _conventions.Scalars.Add(scalar);
        return this;
    }

    /// <summary>
    /// Makes every value of a CLR type a scalar, as argument and as result. When that is not the scalar's own runtime type,
    /// <see cref="AddTypeConverter"/> says how the one becomes the other; inputs also become what parses from text.
    /// </summary>
    public SchemaBuilder BindRuntimeType(Type runtimeType, ScalarType schemaType)
    {
        _conventions.Scalars.Bind(runtimeType, schemaType);
        return this;
    }

    /// <inheritdoc cref="BindRuntimeType(Type, ScalarType)" />
    public SchemaBuilder BindRuntimeType<TRuntimeType, TSchemaType>()
        where TSchemaType : ScalarType, new() => BindRuntimeType<TRuntimeType>(new TSchemaType());

    /// <inheritdoc cref="BindRuntimeType(Type, ScalarType)" />
    public SchemaBuilder BindRuntimeType<TRuntimeType>(ScalarType schemaType) => BindRuntimeType(typeof(TRuntimeType), schemaType);

    /// <summary>
    /// Converts between the values of resolvers and the runtime types of scalars, wherever both meet: what a resolver returns, from
    /// <typeparamref name="TSource"/>; what it takes, to <typeparamref name="TTarget"/>. A <see cref="FormatException"/>, an
    /// <see cref="ArgumentException"/> or an <see cref="OverflowException"/> for what a client sent is told to the client.
    /// </summary>
    public SchemaBuilder AddTypeConverter<TSource, TTarget>(Func<TSource, TTarget> convert)
    {
        _conventions.Scalars.AddConverter(convert);
        return this;
    }

    /// <summary>
    /// Adds a class whose members are further fields of the type that its attribute names, or an <see cref="ObjectTypeExtension{T}"/>.
    /// </summary>
    public SchemaBuilder AddTypeExtension<T>() => AddType<T>();

    /// <summary>Adds a class whose members are fields of the query root, or an <see cref="ObjectType{T}"/> that describes one.</summary>
    public SchemaBuilder AddQueryType<T>() => AddRoot(OperationType.Query, typeof(T));

    /// <summary>Adds a class whose members are fields of the mutation root, or an <see cref="ObjectType{T}"/> that describes one.</summary>
    public SchemaBuilder AddMutationType<T>() => AddRoot(OperationType.Mutation, typeof(T));

    /// <summary>
    /// Adds a class whose members are fields of the subscription root, or an <see cref="ObjectType{T}"/> that describes one.
    /// </summary>
    public SchemaBuilder AddSubscriptionType<T>() => AddRoot(OperationType.Subscription, typeof(T));

    /// <summary>
    /// Adds a directive: a class with <see cref="DirectiveTypeAttribute"/>, or a <see cref="DirectiveType{T}"/>. One that is applied
    /// somewhere is there
    /// without being added; one for operations is validated in documents, and resolvers find it in <see cref="IResolverContext.Nodes"/>.
    /// </summary>
    public SchemaBuilder AddDirectiveType<T>()
    {
        _sources.AddDirective(typeof(T));
        return this;
    }

    /// <summary>Lets fields be filtered: see <see cref="UseFilteringAttribute"/>.</summary>
    public SchemaBuilder AddFiltering(Action<FilterOptions>? configure = null)
    {
        _sources.Filtering ??= new FilterOptions();
        configure?.Invoke(_sources.Filtering);
        return this;
    }

    /// <summary>Lets lists be ordered: see <see cref="UseSortingAttribute"/>.</summary>
    public SchemaBuilder AddSorting(Action<SortOptions>? configure = null)
    {
        _sources.Sorting ??= new SortOptions();
        configure?.Invoke(_sources.Sorting);
        return this;
    }

    /// <summary>Lets fields read only what is asked for: see <see cref="UseProjectionAttribute"/>.</summary>
    public SchemaBuilder AddProjections()
    {
        _sources.HasProjections = true;
        return this;
    }

    /// <summary>
    /// Makes mutations fields with one <c>input</c> and a payload that holds the result and the errors that the mutation declares by
    /// <see cref="ErrorAttribute"/> or returns in a <see cref="FieldResult{TResult}"/>.
    /// </summary>
    public SchemaBuilder AddMutationConventions(MutationConventionOptions? options = null)
    {
        _conventions.Mutations = options ?? new MutationConventionOptions();
        return this;
    }

    /// <summary>
    /// Makes an interface of the schema's author what every declared error of a mutation implements, instead of
    /// <c>Error { message: String! }</c>.
    /// </summary>
    public SchemaBuilder AddErrorInterfaceType<T>()
    {
        _conventions.ErrorInterface = typeof(T);
        return this;
    }

    /// <summary>Gives payloads of mutations a field that leads back to the query root.</summary>
    public SchemaBuilder AddQueryFieldToMutationPayloads(MutationPayloadOptions? options = null)
    {
        _conventions.MutationPayloads = options ?? new MutationPayloadOptions();
        return this;
    }

    /// <summary>
    /// Lets clients fetch objects by their ids alone: ids name their type, classes marked with <see cref="NodeAttribute"/> implement
    /// <c>Node</c>, and the query root has <c>node</c> and <c>nodes</c>. Relay: Global Object Identification.
    /// </summary>
    /// <param name="options">How many objects are fetched at once.</param>
    /// <param name="serializer">Makes and reads the ids; a <see cref="DefaultNodeIdSerializer"/> when it is <c>null</c>.</param>
    public SchemaBuilder AddGlobalObjectIdentification(GlobalObjectIdentificationOptions? options = null, INodeIdSerializer? serializer = null)
    {
        _conventions.Nodes = options ?? new GlobalObjectIdentificationOptions();
        if (serializer is not null) _conventions.NodeIds = serializer;
        return this;
    }

    /// <summary>
    /// Makes the schema a subgraph of a larger graph: the attributes of <c>ApolloFederation</c> count, and the query root has
    /// <c>_service</c> and, when an entity can be fetched, <c>_entities</c>. Apollo Federation 2, Subgraph Specification.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit of representations is not positive.</exception>
    public SchemaBuilder AddApolloFederation(ApolloFederationOptions? options = null)
    {
        _conventions.Federation = options ?? new ApolloFederationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_conventions.Federation.MaxAllowedRepresentations, 1);
        return this;
    }

    /// <summary>Changes what holds for every connection whose <see cref="UsePagingAttribute"/> does not say otherwise.</summary>
    public SchemaBuilder ModifyPagingOptions(Action<PagingOptions> modify)
    {
        modify(_conventions.Paging);
        return this;
    }

    /// <summary>Changes what the schema offers beyond its types, such as <c>@defer</c>.</summary>
    public SchemaBuilder ModifyOptions(Action<SchemaOptions> modify)
    {
        modify(_options);
        return this;
    }

    /// <summary>
    /// Says which texts clients may send as <c>String</c> or <c>ID</c>, wherever the schema takes one: arguments and fields of input
    /// objects, literals and variables. A text that is refused becomes an error that names the argument or the field, and no resolver is
    /// called with it.
    /// </summary>
    /// <param name="complain">Returns what is wrong with a text and what to do about it, in a sentence; <c>null</c> when the text is
    /// allowed.</param>
    public SchemaBuilder CheckTexts(Func<string, string?> complain)
    {
        _texts = new TextCheck(complain);
        return this;
    }

    /// <summary>Describes the schema as a whole; the export then has an explicit <c>schema</c>.</summary>
    public SchemaBuilder SetDescription(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>Reads everything that was added and whatever it leads to.</summary>
    /// <exception cref="SchemaException">A member cannot be a field, or the types are no valid schema. Names every such member and the
    /// way out.</exception>
    public Schema Build()
    {
        _conventions.Documentation = _options.UseXmlDocumentation ? new XmlDocumentation(_options.ResolveXmlDocumentationFileName) : null;
        var registry = new TypeRegistry(_sources, _conventions, services, new CostConvention(DefaultResolverCost), new DescriptorContext(Services));
        var query = registry.AddRoot(OperationType.Query);
        var mutation = registry.AddRoot(OperationType.Mutation);
        var subscription = registry.AddRoot(OperationType.Subscription);
        var read = registry.ReadAll();
        _texts?.Guard(read);
        DirectiveType[] directives = [.. SpecifiedDirectives.All, .. _options.Directives(), .. CostDirectives.All, .. registry.Directives.All];
        var types = ReferencedTypes.Complete(read, directives)
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        var roots = new NamedType?[] { query, mutation, subscription }.OfType<NamedType>();
        var schema = new Schema(roots.Union(types), directives, query, mutation, subscription) { Description = _description };
        var errors = SchemaValidator.Validate(schema);
        return errors.Count == 0 ? schema : throw new SchemaException(errors);
    }

    internal void UseNodeIdSerializer(INodeIdSerializer serializer) => _conventions.NodeIds = serializer;

    private SchemaBuilder AddRoot(OperationType operation, Type type)
    {
        _sources.AddRoot(operation, type);
        return this;
    }
}
