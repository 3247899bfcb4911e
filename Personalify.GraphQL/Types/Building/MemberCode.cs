using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The code of one class's members as Personalify.GraphQL.Generators has written it, in place of what is compiled when a schema is built:
/// the start needs no compiler, and every call is one that the application's own compiler has seen. A member without such code is compiled.
/// Registered before the first line of its assembly runs; nobody needs to call it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberCode
{
    private static readonly ConcurrentDictionary<Type, Lazy<MemberCode>> Known = new();
    private readonly Dictionary<string, List<GeneratedMember>> _members = [];

    private MemberCode(Action<MemberCode> write) => write(this);

    /// <summary>Registers the code of a class. Where two assemblies know one class, the first has its way: they say the same.</summary>
    /// <param name="type">The class.</param>
    /// <param name="write">Adds its members; called when a schema first asks for one.</param>
    public static void Register(Type type, Action<MemberCode> write) => Known.TryAdd(type, new Lazy<MemberCode>(() => new MemberCode(write)));

    /// <summary>Adds a member that can be read from its parent alone.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="parameters">The types of its parameters.</param>
    /// <param name="read">Reads it from the parent.</param>
    /// <param name="bind">Makes the resolver for when it cannot be that simple, as under authorization.</param>
    public void Add<T>(string name, Type[] parameters, Func<object, T> read, Func<MemberParameters, FieldResolver> bind) =>
        Add(name, new GeneratedMember(parameters, field => field.SetPureResolver(read), bind));

    /// <summary>Adds a member that needs a call.</summary>
    /// <inheritdoc cref="Add{T}" path="/param" />
    public void Add(string name, Type[] parameters, Func<MemberParameters, FieldResolver> bind) => Add(name, new GeneratedMember(parameters, null, bind));

    internal static GeneratedMember? Find(MemberInfo member)
    {
        if (member.DeclaringType is not { } type || !Known.TryGetValue(type, out var code)) return null;
        if (!code.Value._members.TryGetValue(member.Name, out var members)) return null;
        Type[] parameters = [.. ((member as MethodInfo)?.GetParameters() ?? []).Select(parameter => parameter.ParameterType)];
        return members.Find(known => known.Parameters.AsSpan().SequenceEqual(parameters));
    }

    private void Add(string name, GeneratedMember member)
    {
        if (!_members.TryGetValue(name, out var members)) _members[name] = members = [];
        members.Add(member);
    }
}

/// <summary>The code of one member.</summary>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="BindPure">Makes a field read it from the parent; <c>null</c> where that is not possible.</param>
/// <param name="Bind">Makes its resolver.</param>
internal sealed record GeneratedMember(Type[] Parameters, Action<OutputField>? BindPure, Func<MemberParameters, FieldResolver> Bind);

/// <summary>Where the parameters of a generated call come from; the schema knows, the generator does not. Nobody needs to call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberParameters
{
    private readonly IReadOnlyList<BoundParameter> _parameters;
    private readonly FieldOwner _owner;

    internal MemberParameters(IReadOnlyList<BoundParameter> parameters, FieldOwner owner) => (_parameters, _owner) = (parameters, owner);

    /// <summary>Reads the parameter at an index.</summary>
    public Func<IResolverContext, T> Get<T>(int index) => _parameters[index].Value!.As<T>();

    /// <summary>Finds the object whose member is called: the parent, or an instance of a class of resolvers.</summary>
    public Func<IResolverContext, T> Instance<T>() => _owner.Class == _owner.Parent ? ResolverState.Parent<T> : ResolverState.Instance<T>;
}
