using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Finds the object type of a value. Specification: 6.4.3 Value Completion, ResolveAbstractType.</summary>
internal static class RuntimeTypes
{
    private static readonly ConditionalWeakTable<Schema, ConcurrentDictionary<(NamedType, Type), ObjectType?>> Known = [];

    /// <summary>By the value alone: its <c>__typename</c> entry or its CLR type.</summary>
    /// <exception cref="GraphQLException">No possible type fits.</exception>
    public static ObjectType Find(Schema schema, FieldPlan field, OutputShape shape, object value)
    {
        if (shape.Type is ObjectType concrete) return concrete;
        var type = (NamedType)shape.Type;
        if (NamedBy(value) is { } name) return Named(schema, field, type, name);
        return FindByClrType(schema, type, value.GetType()) ?? throw Unknown(field, type);
    }

    /// <summary>By the schema's own code, and by the value where there is none.</summary>
    /// <exception cref="GraphQLException">No possible type fits.</exception>
    public static async ValueTask<ObjectType> FindAsync(FieldPlan field, OutputShape shape, object value, IResolverContext context)
    {
        var type = (NamedType)shape.Type;
        if (type is ObjectType concrete) return await CheckAsync(concrete, value, context).ConfigureAwait(false);
        var resolve = type is InterfaceType @interface ? @interface.ResolveType : ((UnionType)type).ResolveType;
        if (resolve is not null && await resolve(value, context).ConfigureAwait(false) is { } name) return Named(context.Schema, field, type, name);
        foreach (var member in context.Schema.GetPossibleTypes(type))
        {
            if (member.IsTypeOf is { } isTypeOf && await isTypeOf(value, context).ConfigureAwait(false)) return member;
        }

        return Find(context.Schema, field, shape, value);
    }

    public static GraphQLException NoList(FieldPlan field) =>
        new($"Expected Iterable, but did not find one for field \"{Coordinate(field)}\".");

    private static async ValueTask<ObjectType> CheckAsync(ObjectType type, object value, IResolverContext context) =>
        type.IsTypeOf is null || await type.IsTypeOf(value, context).ConfigureAwait(false)
            ? type
            : throw new GraphQLException($"Expected value of type \"{type}\" but got a {value.GetType().Name}.");

    private static string? NamedBy(object value) =>
        value is IReadOnlyDictionary<string, object?> entries && entries.TryGetValue("__typename", out var name) ? name as string : null;

    private static ObjectType Named(Schema schema, FieldPlan field, NamedType type, string name)
    {
        if (!schema.Types.TryGetValue(name, out var named))
            throw new GraphQLException($"Abstract type \"{type}\" was resolved to a type \"{name}\" that does not exist inside the schema.");
        if (named is not ObjectType concrete)
            throw new GraphQLException($"Abstract type \"{type}\" was resolved to a non-object type \"{name}\" for field \"{Coordinate(field)}\".");
        return schema.IsPossibleType(type, concrete)
            ? concrete
            : throw new GraphQLException($"Runtime Object type \"{name}\" is not a possible type for \"{type}\".");
    }

    private static ObjectType? FindByClrType(Schema schema, NamedType type, Type clrType) =>
        Known.GetOrCreateValue(schema).GetOrAdd((type, clrType), static (key, schema) => Nearest(schema.GetPossibleTypes(key.Item1), key.Item2), schema);

    /// <summary>The member whose CLR type is the value's own or its nearest ancestor.</summary>
    private static ObjectType? Nearest(IReadOnlyList<ObjectType> members, Type clrType)
    {
        for (var type = clrType; type is not null; type = type.BaseType)
        {
            if (members.FirstOrDefault(member => member.RuntimeType == type) is { } exact) return exact;
        }

        return members.FirstOrDefault(member => member.RuntimeType is { IsInterface: true } contract && contract.IsAssignableFrom(clrType));
    }

    private static GraphQLException Unknown(FieldPlan field, NamedType type) => new(
        $"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{Coordinate(field)}\". "
        + "Either the type should say which one, by ResolveType, or a possible type should, by IsTypeOf or its RuntimeType.");

    private static string Coordinate(FieldPlan field) => $"{field.Parent.Name}.{field.Field.Name}";
}
