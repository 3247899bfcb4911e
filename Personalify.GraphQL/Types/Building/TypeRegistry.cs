using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The GraphQL types of CLR types. A type is made when it is first asked for and read later, so that types may refer to each other.
/// </summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, NamedType> _inputs = [];
    private readonly Dictionary<string, (NamedType Type, string Source)> _names = [];
    private readonly Queue<Action> _unread = [];
    private readonly List<Action> _afterwards = [];
    private readonly List<Action> _putOff = [];
    private readonly List<GraphQLError> _errors = [];
    private readonly ComplexTypeReader _complexTypes;
    private readonly InputTypeReader _inputTypes;
    private bool _isAllKnown;

    public TypeRegistry(TypeSources sources, SchemaConventions conventions, IServiceProviderIsService? services, CostConvention costs, IDescriptorContext context)
    {
        Sources = sources;
        Conventions = conventions;
        Costs = costs;
        Annotations = new Annotations(sources, context, AnnotationRole.Output, conventions.Documentation);
        InputAnnotations = new Annotations(sources, context, AnnotationRole.Input, conventions.Documentation);
        (Demands, Directives) = (new Demands(Annotations), new DirectiveTypes(this));
        if (conventions.Nodes is not null) (Nodes, Ids) = (new NodeTypes(this, services), new GlobalIds(conventions.NodeIds));
        if (conventions.Federation is { } federation) Subgraph = new Subgraph(this, federation, services);
        _inputTypes = new InputTypeReader(this);
        _complexTypes = new ComplexTypeReader(this, services);
    }

    public TypeSources Sources { get; }

    public SchemaConventions Conventions { get; }

    /// <summary>What is said about objects, interfaces, unions and enums.</summary>
    public Annotations Annotations { get; }

    /// <summary>What is said about input objects.</summary>
    public Annotations InputAnnotations { get; }

    public Demands Demands { get; }

    /// <summary>Directives of the author's own.</summary>
    public DirectiveTypes Directives { get; }

    /// <summary>The object types that can be fetched by id, or <c>null</c> without global object identification.</summary>
    public NodeTypes? Nodes { get; }

    /// <summary>Makes and reads ids that name their type, or <c>null</c> when ids are as the application has them.</summary>
    public GlobalIds? Ids { get; }

    /// <summary>What a larger graph is told of the schema, or <c>null</c> when it stands alone.</summary>
    public Subgraph? Subgraph { get; }

    /// <summary>The query root, once it was added.</summary>
    public ObjectType? Query { get; private set; }

    public CostConvention Costs { get; }

    public ScalarBindings Scalars => Conventions.Scalars;

    public NullabilityReader Nullability { get; } = new();

    /// <summary>The root of an operation, or <c>null</c> when no class was added to it.</summary>
    public ObjectType? AddRoot(OperationType operation)
    {
        var classes = Sources.Roots(operation);
        if (classes.Count == 0 && (operation != OperationType.Query || Subgraph is null)) return null;
        var root = Register(new ObjectType(operation.ToString()), "the root type");
        root.Description = classes.Select(type => Annotations.Of(type).GivenDescription).FirstOrDefault(text => text is not null);
        if (operation == OperationType.Query) Query = root;
        _unread.Enqueue(() => _complexTypes.ReadRoot(root, operation, classes));
        return root;
    }

    /// <summary>Reads everything that was asked for and what that leads to.</summary>
    /// <exception cref="SchemaException">Something could not be read.</exception>
    public IReadOnlyList<NamedType> ReadAll()
    {
        foreach (var type in Sources.Directives) Attempt(() => Directives.Of(type));
        foreach (var definition in Sources.Definitions.Where(Sources.IsListed)) Attempt(() => Add(definition.RuntimeType, definition.IsInput));
        foreach (var type in Sources.Listed.Concat(Subgraph is null ? [] : Sources.Marked<KeyAttribute>())) Attempt(() => Add(type, InputAnnotations.IsInputObject(type)));
        ReadUnread();
        foreach (var step in _afterwards) Attempt(step);
        if (Subgraph is not null) Attempt(() => Subgraph.Complete([.. _names.Values.Select(entry => entry.Type)]));
        return _errors.Count == 0 ? [.. _names.Values.Select(entry => entry.Type)] : throw new SchemaException(_errors);
    }

    /// <summary>Types that are extended or asked for by their names may come to light with the fields of others.</summary>
    private void ReadUnread()
    {
        var extensions = Sources.NamedExtensions.ToList();
        do
        {
            while (_unread.TryDequeue(out var read)) Attempt(read);
        }
        while (extensions.RemoveAll(TryExtend) > 0 || ReadPutOff());
        foreach (var (name, extension) in extensions) Attempt(() => throw BuildErrors.ExtendsNothing(extension, name));
    }

    /// <summary>
    /// Returns whether there may be more to read. It returns false once every step that is left has learnt that no further type will come
    /// to light.
    /// </summary>
    private bool ReadPutOff()
    {
        Action[] steps = [.. _putOff];
        _putOff.Clear();
        foreach (var step in steps) Attempt(step);
        if (_putOff.Count < steps.Length || steps.Length == 0) return steps.Length > 0;
        _isAllKnown = true;
        return true;
    }

    private bool TryExtend((string Name, Type Class) extension)
    {
        if (!_names.TryGetValue(extension.Name, out var known) || known.Type is not ObjectType type) return false;
        Attempt(() => _complexTypes.ReadNamedExtension(type, extension.Class));
        return true;
    }

    /// <summary>Runs a step and keeps what it finds wrong, so that one start tells everything.</summary>
    public void Attempt(Action step)
    {
        try
        {
            step();
        }
        catch (SchemaException exception)
        {
            _errors.AddRange(exception.Errors);
        }
    }

    /// <summary>
    /// Puts off a step that names a type of which nothing is known yet; it runs again when the others have. Returns false when there are no
    /// others left: then the step must do without.
    /// </summary>
    public bool PutOff(Action step)
    {
        if (_isAllKnown) return false;
        _putOff.Add(step);
        return true;
    }

    /// <summary>Puts off a step that needs types to be complete until all have been read.</summary>
    public void Afterwards(Action step) => _afterwards.Add(step);

    /// <summary>
    /// Names a type that stands for no CLR type alone, such as a connection. The same name from the same source is one type.
    /// </summary>
    public T Named<T>(string name, string source, Func<T> create, Action<T> read)
        where T : NamedType
    {
        if (_names.TryGetValue(name, out var known) && known.Source == source) return (T)known.Type;
        var type = Register(create(), source);
        _unread.Enqueue(() => read(type));
        return type;
    }

    public GraphQLType Output(TypeShape shape, string member) => Wrap(shape, type => Output(type, member));

    public GraphQLType Input(TypeShape shape, string member) => Wrap(shape, type => Input(type, member));

    /// <summary>The type of a shape whose innermost type is known.</summary>
    public static GraphQLType Wrap(TypeShape shape, Func<Type, NamedType> leaf)
    {
        var inner = shape.Item is { } item ? new ListType(Wrap(item, leaf)) : (GraphQLType)leaf(shape.Type);
        return shape.IsNullable ? inner : new NonNullType(inner);
    }

    /// <summary>The object type of a CLR class.</summary>
    public ObjectType Object(Type type) =>
        Output(type, ClrTypes.Describe(type)) as ObjectType ?? throw BuildErrors.NoObject(type);

    /// <summary>The interface type of a CLR type that carries the attribute.</summary>
    public InterfaceType Interface(Type type) => (InterfaceType)Output(type, ClrTypes.Describe(type));

    /// <summary>The object type of an exception that a mutation declares: its message, and what its class adds.</summary>
    public ObjectType ErrorOf(Type exception)
    {
        var name = NamingConventions.GetErrorTypeName(exception);
        var source = ClrTypes.Describe(exception);
        return Named(name, source, () => Described(new ObjectType(name) { RuntimeType = exception }, exception), made => _complexTypes.ReadError(made, exception));
    }

    /// <summary>What every declared error of a mutation implements.</summary>
    public InterfaceType ErrorInterface() => Conventions.ErrorInterface is { } own
        ? Interface(own)
        : Named("Error", "the interface of errors", () => new InterfaceType("Error") { Description = "What went wrong, as part of the schema." }, made =>
            made.Fields.Add(new OutputField("message", new NonNullType(SpecifiedScalars.String))));

    /// <summary>The type that an attribute names in place of the one that would be inferred.</summary>
    public GraphQLType TypeOf(GraphQLTypeAttribute named, string member, bool isInput) =>
        new NamedTypes(this, member, isInput ? Input : Output).Of(named);

    /// <summary>A scalar, or a type that was read before, by its name.</summary>
    public NamedType? Find(string name) => Scalars.Find(name) ?? _names.GetValueOrDefault(name).Type;

    private void Add(Type type, bool isInput)
    {
        if (isInput) Input(type, ClrTypes.Describe(type));
        else Output(type, ClrTypes.Describe(type));
    }

    private NamedType Output(Type type, string member)
    {
        if (Scalars.Find(type) is { } scalar) return scalar;
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (type.IsEnum) return Enum(type);
        RefuseUnreadable(type, member);
        if (Annotations.IsInterface(type))
            return Add(new InterfaceType(NameOf(type)) { RuntimeType = type }, type, made => _complexTypes.ReadInterface(made, type));
        if (Annotations.Of(type).Has<UnionTypeAttribute>())
            return Add(new UnionType(NameOf(type)) { RuntimeType = type }, type, made => AbstractTypes.ReadUnion(made, type, this));
        if (type.IsAbstract) throw BuildErrors.AbstractOutput(member, type);
        var demands = AuthorizedResolver.At(ApplyPolicy.Validation, Demands.Of(type));
        return Add(new ObjectType(NameOf(type)) { RuntimeType = type, RequestDemands = demands }, type, made => _complexTypes.ReadObject(made, type));
    }

    private NamedType Input(Type type, string member)
    {
        if (Scalars.Find(type) is { } scalar) return scalar;
        if (type.IsEnum) return Enum(type);
        if (_inputs.TryGetValue(type, out var known)) return known;
        RefuseUnreadable(type, member);
        if (type.IsAbstract) throw BuildErrors.AbstractInput(member, type);
        var input = new InputObjectType(InputAnnotations.Of(type).GivenName ?? NamingConventions.GetInputTypeName(type)) { RuntimeType = type };
        _inputs[type] = Register(Described(input, [InputAnnotations.Of(type)]), ClrTypes.Describe(type));
        _unread.Enqueue(() => _inputTypes.Read(input, type));
        return input;
    }

    private NamedType Enum(Type type)
    {
        if (_outputs.TryGetValue(type, out var known)) return known;
        var made = EnumTypeReader.Read(Annotations.Of(type), this);
        return _outputs[type] = Register(Described(made, type), ClrTypes.Describe(type));
    }

    private T Add<T>(T made, Type type, Action<T> read)
        where T : NamedType
    {
        _outputs[type] = Register(Described(made, type), ClrTypes.Describe(type));
        _unread.Enqueue(() => read(made));
        return made;
    }

    private T Register<T>(T type, string source)
        where T : NamedType
    {
        return _names.TryAdd(type.Name, (type, source)) ? type : throw BuildErrors.SameName(type.Name, _names[type.Name].Source, source);
    }

    private T Described<T>(T made, Type type)
        where T : NamedType => Described(made, [.. Sources.Extensions(type).Prepend(type).Select(Annotations.Of)]);

    /// <param name="made">The type.</param>
    /// <param name="said">What is said about its class, and about those that extend it, whose comments are about themselves.</param>
    private T Described<T>(T made, IReadOnlyList<AnnotatedType> said)
        where T : NamedType
    {
        made.Description = said.Select(each => each.GivenDescription).FirstOrDefault(text => text is not null) ?? said[0].Description;
        var place = ClrTypes.Describe(said[0].Type);
        made.AppliedDirectives = [.. CostConvention.Of(said[0].Find<CostAttribute>()), .. Directives.On(DirectiveTypes.LocationOf(made), place, said)];
        Subgraph?.Read(made, place, [.. said]);
        return made;
    }

    /// <summary>The type's own name, or the one that a class which extends it gives: it may not know the engine's attributes.</summary>
    public string NameOf(Type type) =>
        Sources.Extensions(type).Append(type).Select(each => Annotations.Of(each).GivenName).FirstOrDefault(name => name is not null)
        ?? NamingConventions.GetTypeName(type);

    private static void RefuseUnreadable(Type type, string member)
    {
        var hasNoValue = type.IsPointer || type.IsByRef || type.IsByRefLike || type.ContainsGenericParameters;
        var isForeign = ClrTypes.IsFromPlatform(type) || typeof(Delegate).IsAssignableFrom(type);
        if (hasNoValue || isForeign) throw BuildErrors.NoGraphQLType(member, type);
    }
}
