using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Transport;

/// <summary>Describes types by functions, where a class of their own would be too much. Hot Chocolate's names.</summary>
public static class GraphQLTypeExtensions
{
    /// <inheritdoc cref="SchemaBuilder.AddType(TypeDefinition)" />
    public static IGraphQLBuilder AddType(this IGraphQLBuilder builder, TypeDefinition definition) => builder.ConfigureSchema(schema => schema.AddType(definition));

    /// <inheritdoc cref="SchemaBuilder.AddDirectiveType{T}" />
    public static IGraphQLBuilder AddDirectiveType<T>(this IGraphQLBuilder builder) => builder.ConfigureSchema(schema => schema.AddDirectiveType<T>());

    /// <inheritdoc cref="SchemaBuilderExtensions.AddObjectType{T}" />
    public static IGraphQLBuilder AddObjectType<T>(this IGraphQLBuilder builder, Action<IObjectTypeDescriptor<T>> configure) =>
        builder.ConfigureSchema(schema => schema.AddObjectType(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddObjectTypeExtension{T}" />
    public static IGraphQLBuilder AddObjectTypeExtension<T>(this IGraphQLBuilder builder, Action<IObjectTypeDescriptor<T>> configure) =>
        builder.ConfigureSchema(schema => schema.AddObjectTypeExtension(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddInterfaceType{T}" />
    public static IGraphQLBuilder AddInterfaceType<T>(this IGraphQLBuilder builder, Action<IInterfaceTypeDescriptor<T>> configure) =>
        builder.ConfigureSchema(schema => schema.AddInterfaceType(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddUnionType{T}" />
    public static IGraphQLBuilder AddUnionType<T>(this IGraphQLBuilder builder, Action<IUnionTypeDescriptor> configure) =>
        builder.ConfigureSchema(schema => schema.AddUnionType<T>(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddInputObjectType{T}" />
    public static IGraphQLBuilder AddInputObjectType<T>(this IGraphQLBuilder builder, Action<IInputObjectTypeDescriptor<T>> configure) =>
        builder.ConfigureSchema(schema => schema.AddInputObjectType(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddEnumType{T}" />
    public static IGraphQLBuilder AddEnumType<T>(this IGraphQLBuilder builder, Action<IEnumTypeDescriptor<T>> configure)
        where T : struct, Enum => builder.ConfigureSchema(schema => schema.AddEnumType(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddQueryType" />
    public static IGraphQLBuilder AddQueryType(this IGraphQLBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        builder.ConfigureSchema(schema => schema.AddQueryType(configure));

    /// <inheritdoc cref="SchemaBuilderExtensions.AddMutationType" />
    public static IGraphQLBuilder AddMutationType(this IGraphQLBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        builder.ConfigureSchema(schema => schema.AddMutationType(configure));
}
