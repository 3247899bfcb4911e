using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Whose member becomes a field.</summary>
/// <param name="Class">The class that holds the member.</param>
/// <param name="Parent">The CLR type of the field's parent, or <c>null</c> for a root field.</param>
/// <param name="Operation">The operation of a root field.</param>
internal sealed record FieldOwner(Type Class, Type? Parent, OperationType? Operation = null)
{
    /// <summary>The class of the object type, when the member is that of a CLR interface.</summary>
    public Type? Object { get; init; } = Parent;

    /// <summary>The function that resolves the field, when that is no member of a class.</summary>
    public Delegate? Function { get; init; }

    /// <summary>The owner of what a field is resolved by.</summary>
    public FieldOwner Of(AnnotatedMember member) =>
        member.IsResolvedElsewhere ? this with { Class = member.Source.ReflectedType!, Function = member.Function } : this;
}

/// <summary>Where a member stands among those of its class, and how many fields its type had before it.</summary>
internal readonly record struct LatePlace(int Number, int Index);

/// <summary>
/// Gives fields that were read late, because they name a type that came to light after them, their place in the order of the class.
/// </summary>
internal sealed class LateFields(ComplexType type)
{
    private readonly List<int> _put = [];
    private int _members;

    /// <summary>The place of the next member.</summary>
    public LatePlace Reserve() => new(_members++, type.Fields.Count);

    /// <summary>Moves a field that was added to the end; one that has taken the place of another stays there.</summary>
    public void Put(OutputField field, LatePlace place)
    {
        var index = place.Index + _put.Count(number => number < place.Number);
        if (type.Fields[^1] != field || index >= type.Fields.Count - 1) return;
        type.Fields.RemoveAt(type.Fields.Count - 1);
        type.Fields.Insert(index, field);
        _put.Add(place.Number);
    }
}

/// <summary>Reads the fields and interfaces of roots, object types and interfaces.</summary>
internal sealed class ComplexTypeReader(TypeRegistry registry, IServiceProviderIsService? services)
{
    private readonly FieldReader _fields = new(registry, services);

    /// <summary>The fields that came from extensions: a second extension may not replace them.</summary>
    private readonly HashSet<OutputField> _extended = [];

    public void ReadRoot(ObjectType root, OperationType operation, IEnumerable<Type> classes)
    {
        foreach (var type in classes.Select(registry.Annotations.Of))
            Read(root, SubscribeConvention.Fields(type).Concat(type.ShownFurther), new FieldOwner(type.Type, null, operation), Add);
        if (operation == OperationType.Query && registry.Nodes is { } nodes)
            new NodeFields(nodes, registry.Conventions.NodeIds, registry.Conventions.Nodes!, registry.Costs).AddTo(root);
    }

    public void ReadObject(ObjectType made, Type type)
    {
        AddInterfaces(made, type);
        Read(made, Visible(type), new FieldOwner(type, type), Add);
        AddInheritedFields(made, type);
        foreach (var extension in registry.Sources.Extensions(type)) ReadExtension(made, type, extension);
        registry.Attempt(() => registry.Nodes?.Read(made, type));
    }

    public void ReadInterface(InterfaceType made, Type type)
    {
        if (registry.Sources.Extensions(type) is [var extension, ..]) throw BuildErrors.ExtendsInterface(extension, type);
        AddInterfaces(made, type);
        Read(made, Visible(type), new FieldOwner(type, type), Add);
        AbstractTypes.ReadImplementers(type, registry);
    }

    /// <summary>An exception as an object: its message, and what its own class has.</summary>
    public void ReadError(ObjectType made, Type exception)
    {
        made.Fields.Add(new OutputField("message", new NonNullType(SpecifiedScalars.String)) { PureResolver = error => ((Exception)error).Message });
        Read(made, Visible(exception), new FieldOwner(exception, exception), (target, field, member) =>
        {
            if (field.Name == "message") Replace(target, field);
            else Add(target, field, member);
        });
    }

    /// <summary>Adds the fields of a class that names the type; such a type need not be that of a class.</summary>
    public void ReadNamedExtension(ObjectType made, Type extension)
    {
        if (registry.Annotations.Of(extension).Find<ExtendObjectTypeAttribute>()!.IgnoreProperties.Length > 0) throw BuildErrors.IgnoresByName(extension, made.Name);
        ReadExtension(made, made.RuntimeType ?? typeof(object), extension);
    }

    private void ReadExtension(ObjectType made, Type type, Type extension)
    {
        var own = made.Fields.Where(field => !_extended.Contains(field)).Select(field => field.Name).ToHashSet();
        var annotated = registry.Annotations.Of(extension);
        var members = annotated.Shown(ClrMembers.OfResolvers(extension)).Concat(annotated.ShownFurther)
            .Where(member => registry.Nodes?.IsResolver(member.Member, type) != true && !ReferenceResolvers.IsResolver(member.Member, extension));
        Read(made, members, new FieldOwner(extension, type), (target, field, member) =>
        {
            if (member.Find<BindMemberAttribute>() is { } bound) Bind(target, field, member, type, bound.Name);
            else if (own.Contains(field.Name)) Replace(target, field);
            else Add(target, field, member);
            _extended.Add(field);
        });
    }

    private void Read(ComplexType made, IEnumerable<AnnotatedMember> members, FieldOwner owner, Action<ComplexType, OutputField, AnnotatedMember> add)
    {
        var late = new LateFields(made);
        foreach (var member in members)
        {
            var place = late.Reserve();
            registry.Attempt(() => ReadOrPutOff(member, () =>
            {
                var field = _fields.Read(member, owner.Of(member));
                add(made, field, member);
                late.Put(field, place);
            }));
        }
    }

    private void ReadOrPutOff(AnnotatedMember member, Action read)
    {
        if (!_fields.NamesUnknown(member) || !registry.PutOff(() => ReadOrPutOff(member, read))) read();
    }

    private IEnumerable<AnnotatedMember> Visible(Type type)
    {
        var annotated = registry.Annotations.Of(type);
        return annotated.Shown(ClrMembers.OfObject(type)).Where(member => !registry.Sources.IsIgnored(type, member.Member.Name)).Concat(annotated.ShownFurther);
    }

    private void AddInterfaces(ComplexType made, Type type)
    {
        var declared = registry.Annotations.InterfacesOf(type).Select(registry.Interface);
        made.Interfaces.AddRange(declared.Where(parent => !made.Interfaces.Contains(parent)).ToList());
    }

    /// <summary>Fields that the class has by its CLR interfaces alone: default implementations and explicit ones.</summary>
    private void AddInheritedFields(ObjectType made, Type type)
    {
        foreach (var parent in registry.Annotations.InterfacesOf(type).Where(parent => parent.IsInterface))
        {
            Read(made, Visible(parent), new FieldOwner(parent, parent) { Object = type }, (target, field, _) =>
            {
                if (!target.Fields.Contains(field.Name)) target.Fields.Add(field);
            });
        }
    }

    private static void Add(ComplexType made, OutputField field, AnnotatedMember member)
    {
        if (made.Fields.Contains(field.Name)) throw BuildErrors.SecondField(member.Member, $"{made.Name}.{field.Name}");
        made.Fields.Add(field);
    }

    /// <summary>Puts a field in the place of another that shows a member of the class.</summary>
    private void Bind(ComplexType made, OutputField field, AnnotatedMember member, Type type, string name)
    {
        var bound = Visible(type).FirstOrDefault(each => each.Declared?.Name == name);
        if (bound is null || !made.Fields.TryGetValue(bound.Name, out var replaced)) throw BuildErrors.BindsNothing(member.Member, type, name);
        if (replaced.Name != field.Name && made.Fields.Contains(field.Name)) throw BuildErrors.SecondField(member.Member, $"{made.Name}.{field.Name}");
        made.Fields[made.Fields.IndexOf(replaced)] = field;
    }

    private static void Replace(ComplexType made, OutputField field)
    {
        var replaced = made.Fields[field.Name];
        field.Description ??= replaced.Description;
        made.Fields[made.Fields.IndexOf(replaced)] = field;
    }
}
