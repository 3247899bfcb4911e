using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A CLR type as GraphQL sees it: what it is, whether it may be null, and what its items are.</summary>
/// <param name="Type">The CLR type without <c>Nullable</c> and <see cref="Optional{T}"/>.</param>
/// <param name="IsNullable">Whether null is allowed.</param>
/// <param name="Item">The items of a list, or <c>null</c>.</param>
internal sealed record TypeShape(Type Type, bool IsNullable, TypeShape? Item)
{
    /// <summary>The CLR type inside all lists.</summary>
    public Type NamedType => Item?.NamedType ?? Type;
}

/// <summary>How a resolver hands its value over.</summary>
internal enum ResultKind
{
    Value,
    Task,
    ValueTask,
    Stream,
}

/// <summary>What a member returns, out of its task, of the list of a batch, and of its <see cref="FieldResult{TResult}"/>, whose type is told apart.</summary>
/// <param name="Kind">How it is handed over.</param>
/// <param name="Value">The field's value.</param>
/// <param name="FieldResult">The type of the result around it, or <c>null</c>.</param>
/// <param name="Argument">What a <see cref="Connection{T}"/> or a <see cref="Page{T}"/> holds, or <c>null</c>.</param>
internal sealed record ResultShape(ResultKind Kind, TypeShape Value, Type? FieldResult = null, TypeShape? Argument = null);

/// <summary>Reads nullability from C#'s annotations. What was compiled without them counts as nullable.</summary>
internal sealed class NullabilityReader
{
    private readonly NullabilityInfoContext _context = new();

    /// <summary>A type that nobody has annotated: what may be null in C# may be null.</summary>
    public static TypeShape Read(Type type)
    {
        var underlying = Nullable.GetUnderlyingType(type);
        return new TypeShape(underlying ?? type, !type.IsValueType || underlying is not null, ClrTypes.ItemOf(type) is { } item ? Read(item) : null);
    }

    /// <summary>What a property takes; of one that only its constructor sets, what it gives.</summary>
    public TypeShape ReadInput(PropertyInfo property) => Shape(_context.Create(property), property.CanWrite ? info => info.WriteState : info => info.ReadState);

    public TypeShape Read(ParameterInfo parameter) => Shape(_context.Create(parameter), info => info.ReadState);

    /// <summary>A subscription's source stream by its events; anything else as <see cref="ReadResult"/> does.</summary>
    public ResultShape ReadEvents(MemberInfo member)
    {
        var info = Result(member);
        return ClrTypes.IsGeneric(info.Type, typeof(IAsyncEnumerable<>))
            ? new ResultShape(ResultKind.Stream, Shape(info.GenericTypeArguments[0], each => each.ReadState))
            : ReadResult(member);
    }

    public ResultShape ReadResult(MemberInfo member)
    {
        var info = Result(member);
        var kind = KindOf(info.Type);
        if (kind != ResultKind.Value) info = info.GenericTypeArguments[0];
        if (BatchConvention.IsBatch(member)) info = BatchConvention.ItemOf(info, member);
        var fieldResult = typeof(IFieldResult).IsAssignableFrom(info.Type) && info.Type.IsGenericType ? info.Type : null;
        if (fieldResult is not null) info = info.GenericTypeArguments[0];
        var argument = ClrTypes.IsGeneric(info.Type, typeof(Connection<>), typeof(Page<>)) ? Shape(info.GenericTypeArguments[0], each => each.ReadState) : null;
        return new ResultShape(kind, Shape(info, each => each.ReadState), fieldResult, argument);
    }

    /// <summary>The shape with what its author says of null.</summary>
    public static TypeShape Overridden(TypeShape shape, GraphQLNonNullTypeAttribute? attribute)
    {
        return attribute is null ? shape : Override(shape, attribute.Nullable);

        static TypeShape Override(TypeShape shape, ReadOnlySpan<bool> nullable) =>
            nullable.IsEmpty ? shape : shape with { IsNullable = nullable[0], Item = shape.Item is { } item ? Override(item, nullable[1..]) : null };
    }

    private static ResultKind KindOf(Type type)
    {
        if (ClrTypes.IsGeneric(type, typeof(Task<>))) return ResultKind.Task;
        return ClrTypes.IsGeneric(type, typeof(ValueTask<>)) ? ResultKind.ValueTask : ResultKind.Value;
    }

    private NullabilityInfo Result(MemberInfo member) =>
        member is PropertyInfo property ? _context.Create(property) : _context.Create(((MethodInfo)member).ReturnParameter);

    private static TypeShape Shape(NullabilityInfo info, Func<NullabilityInfo, NullabilityState> state)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } value) return new TypeShape(value, true, null);
        if (ClrTypes.IsGeneric(info.Type, typeof(Optional<>))) return Shape(info.GenericTypeArguments[0], state) with { IsNullable = true };
        var isNullable = state(info) != NullabilityState.NotNull;
        return new TypeShape(info.Type, isNullable, ClrTypes.ItemOf(info.Type) is { } item ? Item(info, item, state) : null);
    }

    private static TypeShape Item(NullabilityInfo list, Type item, Func<NullabilityInfo, NullabilityState> state)
    {
        if (list.ElementType is { } element) return Shape(element, state);
        var argument = Array.Find(list.GenericTypeArguments, argument => argument.Type == item);
        if (argument is not null) return Shape(argument, state);
        var underlying = Nullable.GetUnderlyingType(item);
        return new TypeShape(underlying ?? item, !item.IsValueType || underlying is not null, null);
    }
}
