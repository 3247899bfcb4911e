namespace Personalify.GraphQL.Types.Building;

/// <summary>Describes types by functions, where a class of their own would be too much. Hot Chocolate's names.</summary>
public static class SchemaBuilderExtensions
{
    /// <summary>Describes the object type of a class.</summary>
    public static SchemaBuilder AddObjectType<T>(this SchemaBuilder builder, Action<IObjectTypeDescriptor<T>> configure) =>
        builder.AddType(new DescribedObjectType<T>(configure));

    /// <summary>Says more about the object type of a class, or about a class of a root.</summary>
    public static SchemaBuilder AddObjectTypeExtension<T>(this SchemaBuilder builder, Action<IObjectTypeDescriptor<T>> configure) =>
        builder.AddType(new DescribedObjectTypeExtension<T>(configure));

    /// <summary>Describes the interface that a class or interface is.</summary>
    public static SchemaBuilder AddInterfaceType<T>(this SchemaBuilder builder, Action<IInterfaceTypeDescriptor<T>> configure) =>
        builder.AddType(new DescribedInterfaceType<T>(configure));

    /// <summary>Describes the union that a class or interface stands for.</summary>
    public static SchemaBuilder AddUnionType<T>(this SchemaBuilder builder, Action<IUnionTypeDescriptor> configure) =>
        builder.AddType(new DescribedUnionType<T>(configure));

    /// <summary>Describes the input object of a class.</summary>
    public static SchemaBuilder AddInputObjectType<T>(this SchemaBuilder builder, Action<IInputObjectTypeDescriptor<T>> configure) =>
        builder.AddType(new DescribedInputObjectType<T>(configure));

    /// <summary>Describes an enum.</summary>
    public static SchemaBuilder AddEnumType<T>(this SchemaBuilder builder, Action<IEnumTypeDescriptor<T>> configure)
        where T : struct, Enum => builder.AddType(new DescribedEnumType<T>(configure));

    /// <summary>Adds fields to the query root that need no class: <c>root => root.Field("hello").Resolve("world")</c>.</summary>
    public static SchemaBuilder AddQueryType(this SchemaBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        builder.AddQueryType<QueryRoot>().AddObjectTypeExtension<QueryRoot>(configure);

    /// <summary>Adds fields to the mutation root that need no class.</summary>
    public static SchemaBuilder AddMutationType(this SchemaBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        builder.AddMutationType<MutationRoot>().AddObjectTypeExtension<MutationRoot>(configure);

    private sealed class QueryRoot;

    private sealed class MutationRoot;
}
