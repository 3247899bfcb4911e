using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What is said about a CLR type as one kind of GraphQL type, and about its members.</summary>
internal sealed class AnnotatedType : Annotated
{
    private readonly Annotations _annotations;
    private readonly Dictionary<string, AnnotatedMember> _members = [];
    private readonly List<AnnotatedMember> _further = [];
    private readonly HashSet<AnnotatedMember> _named = [];

    public AnnotatedType(Annotations annotations, Type type)
        : this(annotations, type, Read(type))
    {
    }

    private AnnotatedType(Annotations annotations, Type type, (IEnumerable<Attribute> Own, IEnumerable<Attribute> Inherited) attributes)
        : base(attributes.Own, attributes.Inherited) => (_annotations, Type) = (annotations, type);

    public Type Type { get; }

    public override string? GivenName => base.GivenName ?? _annotations.KindOf(this)?.Name;

    /// <summary>Whether only members that somebody has named are part of the type.</summary>
    private bool IsExplicit => Find<BindingAttribute>() is { IsExplicit: true };

    protected override string? Comment => _annotations.Documentation?.Describe(Type);

    /// <summary>Lets everybody say what they have to say: attributes first, then the classes that describe the type.</summary>
    public void Describe(IReadOnlyList<TypeDefinition> definitions)
    {
        foreach (var kind in definitions.Select(definition => definition.Kind).OfType<Attribute>()) Annotate(kind);
        var descriptor = _annotations.DescriptorOf(this);
        Describe(_annotations.Context, descriptor, Type);
        foreach (var definition in definitions) definition.Configure(descriptor);
    }

    /// <summary>What is said about a member, as a member of this type.</summary>
    public AnnotatedMember Member(MemberInfo member)
    {
        var key = KeyOf(member);
        if (!_members.TryGetValue(key, out var known)) _members[key] = known = new AnnotatedMember(_annotations, this, member);
        return known;
    }

    /// <summary>What somebody says about a member, who thereby names it: a member of this type, or a further field that one of another class is.</summary>
    public AnnotatedMember Name(MemberInfo member)
    {
        if (IsOwn(member)) return Name(Member(member));
        var further = Further(NamingConventions.GetFieldName(member));
        further.Annotate(new ResolverAttribute(member));
        return further;
    }

    /// <summary>What somebody says about the field of a name, which need not be a member's.</summary>
    public AnnotatedMember? Find(string name) => Members().Select(Member).FirstOrDefault(member => member.Name == name) is { } own ? Name(own) : null;

    public AnnotatedMember Further(string name)
    {
        var known = _further.Find(member => member.Name == name);
        if (known is null) _further.Add(known = new AnnotatedMember(_annotations, this, name));
        return known;
    }

    /// <summary>Which of these members are part of the type.</summary>
    public IEnumerable<AnnotatedMember> Shown(IEnumerable<MemberInfo> members) =>
        members.Select(Member).Where(member => !member.IsIgnored && !(IsExplicit && !_named.Contains(member)));

    /// <summary>Fields that are no members of the type.</summary>
    public IEnumerable<AnnotatedMember> ShownFurther => _further.Where(member => !member.IsIgnored);

    private IReadOnlyList<MemberInfo> Members() => ClrMembers.Of(Type);

    private AnnotatedMember Name(AnnotatedMember member)
    {
        _named.Add(member);
        return member;
    }

    private bool IsOwn(MemberInfo member) => member.DeclaringType is { } type && type.IsAssignableFrom(Type);

    /// <summary>A type has one property of a name: what overrides a property is the same one to those who describe it.</summary>
    private static string KeyOf(MemberInfo member) => member is MethodInfo method
        ? $"{method.Name}({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.ToString()))})"
        : member.Name;
}
