using System.ComponentModel;
using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// What is said about one place: by its attributes, and then by descriptors. Who reads a schema asks here and cannot tell who said it; where
/// two say different things, the last one counts.
/// </summary>
internal abstract class Annotated
{
    private readonly List<Attribute> _own = [];
    private readonly IReadOnlyList<Attribute> _inherited;

    /// <param name="own">What stands on the place itself.</param>
    /// <param name="inherited">What stands on what it overrides or derives from, where attributes are inherited.</param>
    protected Annotated(IEnumerable<Attribute> own, IEnumerable<Attribute> inherited)
    {
        _own.AddRange(own);
        _inherited = [.. inherited];
    }

    /// <summary>The name that was given in place of the one by the naming rules.</summary>
    public virtual string? GivenName => Find<GraphQLNameAttribute>()?.Name;

    /// <summary>The description: what was given, or else the doc comment.</summary>
    public string? Description => GivenDescription ?? Comment;

    /// <summary>The description that was given; <see cref="DescriptionAttribute"/> serves assemblies that do not know the engine.</summary>
    public string? GivenDescription => Find<GraphQLDescriptionAttribute>()?.Description ?? Find<DescriptionAttribute>()?.Description;

    public string? Deprecation
    {
        get
        {
            if (Find<GraphQLDeprecatedAttribute>() is { } deprecated) return deprecated.Reason;
            return Find<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason : null;
        }
    }

    public bool IsIgnored => Has<GraphQLIgnoreAttribute>();

    /// <summary>What the place's doc comment says, where doc comments are read.</summary>
    protected abstract string? Comment { get; }

    public T? Find<T>()
        where T : Attribute => All<T>().LastOrDefault();

    public bool Has<T>()
        where T : Attribute => All<T>().Any();

    public IEnumerable<T> All<T>()
        where T : Attribute => _own.OfType<T>();

    /// <summary>What is said here, or else about what the place overrides or derives from.</summary>
    public T? FindInherited<T>()
        where T : Attribute => Find<T>() ?? _inherited.OfType<T>().FirstOrDefault();

    public IEnumerable<T> AllInherited<T>()
        where T : Attribute => _own.Concat(_inherited).OfType<T>();

    public void Annotate(Attribute attribute) => _own.Add(attribute);

    /// <summary>
    /// Lets attributes that are descriptors say what they mean, each in its place: those whose order counts follow in the order of their lines.
    /// </summary>
    protected void Describe(IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider element)
    {
        if (!_own.Exists(attribute => attribute is DescriptorAttribute or FieldMiddlewareAttribute)) return;
        var written = _own.OrderBy(OrderOf).ToList();
        _own.Clear();
        foreach (var attribute in written)
        {
            _own.Add(attribute);
            if (attribute is DescriptorAttribute described) described.TryConfigure(context, descriptor, element);
        }
    }

    private static int OrderOf(Attribute attribute) => attribute switch
    {
        DescriptorAttribute described => described.Order,
        FieldMiddlewareAttribute middleware => middleware.Order,
        _ => int.MinValue,
    };

    /// <summary>What stands on something, and what stands on what it overrides or derives from.</summary>
    protected static (IEnumerable<Attribute> Own, IEnumerable<Attribute> Inherited) Read(MemberInfo member)
    {
        var own = Attribute.GetCustomAttributes(member, inherit: false);
        return (own, Attribute.GetCustomAttributes(member, inherit: true).Skip(own.Length));
    }
}
