using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What <see cref="UsePagingAttribute"/> makes of a field.</summary>
/// <param name="Type">The connection type, nullable or not as the member says.</param>
/// <param name="Limits">Checks what the client asks for.</param>
/// <param name="Arguments">The paging arguments: four, or two where the list cannot be read from its end.</param>
/// <param name="Maker">Makes pages of a list; <c>null</c> where the resolver makes them itself.</param>
internal sealed record PagedField(GraphQLType Type, PagingLimits Limits, IReadOnlyList<InputField> Arguments, PageMaker? Maker)
{
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
        var isConnection = ClrTypes.IsGeneric(result.Value.Type, typeof(Connection<>));
        var isPage = result.Argument is not null;
        if (attribute is null) return isPage ? throw BuildErrors.ConnectionWithoutPaging(member) : null;
        if (isPage) RequireArguments(member);

        var node = result.Argument ?? result.Value.Item ?? throw BuildErrors.PagingWithoutList(member);
        var connection = Connection(field, node, attribute);
        var limits = PagingLimits.Of(attribute, registry.Conventions.Paging);
        return new PagedField(
            result.Value.IsNullable ? connection : new NonNullType(connection),
            limits,
            Arguments(limits.AllowBackward),
            isConnection ? null : PageMaker.For(node.Type));
    }

    private ObjectType Connection(AnnotatedMember field, TypeShape node, UsePagingAttribute attribute)
    {
        var options = registry.Conventions.Paging;
        var described = ClrTypes.Describe(field.Member);
        var inferred = options.InferConnectionNameFromField ? field.Name : registry.Output(node, described).Named.Name;
        var prefix = attribute.ConnectionName ?? char.ToUpperInvariant(inferred[0]) + inferred[1..];
        return _connections.Of(prefix, node, PagingLimits.Of(attribute, options).HasTotalCount, described);
    }

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
