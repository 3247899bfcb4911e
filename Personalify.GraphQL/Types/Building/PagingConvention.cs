using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What <see cref="UsePagingAttribute"/> or <see cref="UseConnectionAttribute"/> makes of a field.</summary>
/// <param name="Type">The connection type, nullable or not as the member says; <c>null</c> where it is the member's own.</param>
/// <param name="Limits">Checks what the client asks for.</param>
/// <param name="Arguments">The paging arguments: four, or two where the list cannot be read from its end.</param>
/// <param name="Maker">Makes pages of a list; <c>null</c> where the resolver makes them itself.</param>
internal sealed record PagedField(GraphQLType? Type, PagingLimits Limits, IReadOnlyList<InputField> Arguments, PageMaker? Maker)
{
    /// <summary>The fields of a connection that have as many items as the page.</summary>
    public static readonly string[] Lists = ["edges", "nodes"];

    /// <summary>Those of them that the connection has.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = Lists;

    /// <summary>Puts the reading of one page around the field's resolver, which reads whole items or what a client asks for of them.</summary>
    public void Attach(OutputField field, bool isWhole)
    {
        if (Maker is not null) field.Wrap(resolver => Maker.Wrap(resolver, Limits, isWhole));
    }
}

/// <summary>
/// Reads fields that return a <see cref="Connection{T}"/>, a <see cref="Page{T}"/> or a list to be paged. Relay: Cursor Connections
/// Specification.
/// </summary>
internal sealed class PagingConvention(TypeRegistry registry)
{
    private readonly ConnectionTypes _connections = new(registry);

    /// <summary>The paged field of a member, or <c>null</c> when the member is none.</summary>
    public PagedField? Read(AnnotatedMember field, ResultShape result)
    {
        var (member, attribute) = (field.Source, field.FindInherited<UsePagingAttribute>());
        if (field.FindInherited<UseConnectionAttribute>() is { } own) return attribute is null ? Own(field, result, own) : throw BuildErrors.PagedTwice(member);
        var isConnection = ClrTypes.IsGeneric(result.Value.Type, typeof(Connection<>));
        var isPage = result.Argument is not null;
        if (attribute is null) return isPage ? throw BuildErrors.ConnectionWithoutPaging(member) : null;
        if (isPage) RequireArguments(member);

        var node = result.Argument ?? result.Value.Item ?? throw BuildErrors.PagingWithoutList(member);
        var connection = Connection(field, node, attribute);
        var limits = PagingLimits.Of(attribute, registry.Conventions.Paging, HasTotalCount(attribute));
        return new PagedField(
            result.Value.IsNullable ? connection : new NonNullType(connection),
            limits,
            Arguments(limits.AllowBackward),
            isConnection ? null : PageMaker.For(node.Type));
    }

    /// <summary>A connection that the application has a class for.</summary>
    private PagedField Own(AnnotatedMember field, ResultShape result, UseConnectionAttribute attribute)
    {
        if (result.Argument is not null || result.Value.Item is not null) throw BuildErrors.NoOwnConnection(field.Source);
        RequireArguments(field.Source);
        var fields = registry.Annotations.Of(result.Value.Type).Shown(ClrMembers.OfObject(result.Value.Type)).Select(member => member.Name).ToList();
        var limits = PagingLimits.Of(attribute, registry.Conventions.Paging, fields.Contains(PagingLimits.TotalCount));
        return new PagedField(null, limits, Arguments(limits.AllowBackward), null) { SizedFields = [.. PagedField.Lists.Intersect(fields)] };
    }

    private ObjectType Connection(AnnotatedMember field, TypeShape node, UsePagingAttribute attribute)
    {
        var options = registry.Conventions.Paging;
        var described = ClrTypes.Describe(field.Member);
        var inferred = options.InferConnectionNameFromField ? field.Name : registry.Output(node, described).Named.Name;
        var prefix = attribute.ConnectionName ?? char.ToUpperInvariant(inferred[0]) + inferred[1..];
        return _connections.Of(prefix, node, HasTotalCount(attribute), described);
    }

    private bool HasTotalCount(UsePagingAttribute attribute) => attribute.IncludeTotalCountOrNull ?? registry.Conventions.Paging.IncludeTotalCount;

    private static void RequireArguments(MemberInfo member)
    {
        var parameters = (member as MethodInfo)?.GetParameters() ?? [];
        if (!Array.Exists(parameters, parameter => parameter.ParameterType == typeof(PagingArguments)))
            throw BuildErrors.PagingWithoutArguments(member);
    }

    private static InputField[] Arguments(bool allowBackward)
    {
        InputField[] forward = [new(PagingLimits.First, SpecifiedScalars.Int), new(PagingLimits.After, SpecifiedScalars.String)];
        return allowBackward ? [.. forward, new(PagingLimits.Last, SpecifiedScalars.Int), new(PagingLimits.Before, SpecifiedScalars.String)] : forward;
    }
}
