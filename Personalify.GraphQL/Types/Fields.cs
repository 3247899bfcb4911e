using System.Reflection;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Types;

/// <summary>A field of an object or interface type. Specification: 3.6 Objects.</summary>
public sealed class OutputField(string name, GraphQLType type)
{
    /// <summary>The name, unique in its type.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; set; } = type;

    /// <summary>The description in Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The arguments in the order of their definition.</summary>
    public List<InputField> Arguments { get; } = [];

    /// <summary>Why the field should not be used any more, or <c>null</c>.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>The directives written on the definition, printed in the export.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <summary>
    /// Every authorization that the field demands, whether before or after its resolver runs, for checks of the schema before the server
    /// starts.
    /// </summary>
    public IReadOnlyList<AuthorizationDemand> Demands { get; internal set; } = [];

    /// <summary>
    /// What a request that selects the field must satisfy before anything of it runs. See <see cref="ApplyPolicy.Validation"/>.
    /// </summary>
    public IReadOnlyList<AuthorizationDemand> RequestDemands { get; set; } = [];

    /// <summary>
    /// Produces the value from the parent alone: no arguments, no services, no I/O, such as a property.
    /// The executor calls it without any bookkeeping. When set, <see cref="Resolver"/> is not used.
    /// </summary>
    public Func<object, object?>? PureResolver
    {
        get;
        set
        {
            field = value;
            UnboxedResolver = null;
        }
    }

    /// <summary>
    /// <see cref="PureResolver"/> once more, as a <c>Func&lt;object, T&gt;</c> that returns a value type as it is; <c>null</c> where
    /// there is nothing to save.
    /// </summary>
    internal Delegate? UnboxedResolver { get; private set; }

    /// <summary>
    /// The properties of the parent object that the resolver reads, for those who read only what is asked for; <c>null</c> when it may
    /// read any.
    /// </summary>
    public IReadOnlyList<PropertyInfo>? ParentRequirements { get; set; }

    /// <summary>Produces the value. <c>null</c> together with <see cref="PureResolver"/>: see <c>DefaultResolvers</c>.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>The type that the field's ids name, or <c>null</c> when they name none.</summary>
    internal string? IdTypeName { get; set; }

    /// <summary>Whether calls of the resolver wait for each other, to be made as one: see <see cref="BatchResolverAttribute"/>.</summary>
    internal bool IsBatched { get; set; }

    /// <summary>
    /// The code of a bound member that keeps nothing of the call it was given once it has returned. Where it still is the <see
    /// cref="Resolver"/>, with nothing
    /// around it, one call may serve for one parent after the other.
    /// </summary>
    internal FieldResolver? MomentaryResolver { get; set; }

    /// <summary>Sets <see cref="PureResolver"/> from one whose result is typed.</summary>
    internal void SetPureResolver<T>(Func<object, T> resolver)
    {
        PureResolver = resolver as Func<object, object?> ?? (parent => resolver(parent));
        if (typeof(T).IsValueType) UnboxedResolver = resolver;
    }

    /// <summary>Opens the source stream of a root subscription field; the field is then resolved once for each of its events.</summary>
    public Subscriber? Subscriber { get; set; }
}

/// <summary>Produces the value of a field; completes synchronously when no I/O is needed.</summary>
public delegate ValueTask<object?> FieldResolver(IResolverContext context);

/// <summary>
/// Opens the source stream of a subscription's root field. The context's services live as long as the stream, and its
/// <see cref="IResolverContext.RequestAborted"/> is signalled when the stream ends.
/// </summary>
public delegate ValueTask<ISourceStream> Subscriber(IResolverContext context);

/// <summary>An argument or a field of an input object. Specification: 3.6.1 Field Arguments, 3.10 Input Objects.</summary>
public sealed class InputField(string name, GraphQLType type)
{
    /// <summary>The name, unique where it stands.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; set; } = type;

    /// <summary>The description in Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The default as a literal, or <c>null</c> for none (the literal <c>null</c> is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>Why it should not be used any more, or <c>null</c>.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>The directives written on the definition, printed in the export.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <summary>The CLR type that a resolver expects, for converting scalars; <c>null</c> for the scalar's own.</summary>
    public Type? RuntimeType { get; set; }

    /// <summary>Reads a coerced value before it becomes the CLR type, such as an id that names its type; <c>null</c> for none.</summary>
    internal Func<object?, object?>? Formatter { get; set; }

    /// <summary>Whether a value must be given: non-null without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    internal object? Formatted(object? value) => Formatter is null ? value : Formatter(value);
}

/// <summary>A directive definition. Specification: 3.13 Directives.</summary>
public sealed class DirectiveType(string name)
{
    /// <summary>The name without the at sign.</summary>
    public string Name { get; } = name;

    /// <summary>The description in Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The arguments in the order of their definition.</summary>
    public List<InputField> Arguments { get; } = [];

    /// <summary>Where it may stand, by the specification's names (for example <c>FIELD_DEFINITION</c>).</summary>
    public List<string> Locations { get; } = [];

    /// <summary>Whether it may stand more than once at a location.</summary>
    public bool IsRepeatable { get; set; }
}
