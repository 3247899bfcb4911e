using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What <see cref="UsePagingAttribute"/> makes of a field.</summary>
/// <param name="Type">The connection type, nullable or not as the member says.</param>
/// <param name="Limits">Checks what the client asks for.</param>
/// <param name="Arguments">The four paging arguments.</param>
internal sealed record PagedField(GraphQLType Type, PagingLimits Limits, IReadOnlyList<InputField> Arguments);

/// <summary>Reads fields that return a <see cref="Connection{T}"/>. Relay: Cursor Connections Specification.</summary>
internal sealed class PagingConvention(TypeRegistry registry)
{
    private readonly ConnectionTypes _connections = new(registry);

    /// <summary>The paged field of a member, or <c>null</c> when the member is none.</summary>
    public PagedField? Read(MemberInfo member, string fieldName, ResultShape result)
    {
        var attribute = member.GetCustomAttribute<UsePagingAttribute>();
        var isConnection = ClrTypes.IsGeneric(result.Value.Type, typeof(Connection<>));
        if (attribute is null) return isConnection ? throw BuildErrors.ConnectionWithoutPaging(member) : null;
        if (!isConnection) throw BuildErrors.PagingWithout(member, "return a Connection<T>");
        var method = (MethodInfo)member;
        if (!Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(PagingArguments)))
            throw BuildErrors.PagingWithout(member, "take PagingArguments");

        var prefix = attribute.ConnectionName ?? char.ToUpperInvariant(fieldName[0]) + fieldName[1..];
        var node = registry.Nullability.ReadArgument(method);
        var connection = _connections.Of(prefix, node, attribute.IncludeTotalCount, ClrTypes.Describe(member));
        return new PagedField(
            result.Value.IsNullable ? connection : new NonNullType(connection),
            new PagingLimits(attribute.DefaultPageSize, attribute.MaxPageSize),
            Arguments());
    }

    private static InputField[] Arguments() =>
    [
        new("first", SpecifiedScalars.Int),
        new("after", SpecifiedScalars.String),
        new("last", SpecifiedScalars.Int),
        new("before", SpecifiedScalars.String),
    ];
}
