using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Lets clients name documents by ids: <c>documentId</c>, <c>id</c>, or Apollo's <c>extensions.persistedQuery</c>. Hot Chocolate's
/// names.
/// </summary>
public static class GraphQLPersistedOperationExtensions
{
    /// <summary>Known documents are the files of a folder; see <see cref="FileSystemOperationDocumentStorage"/>.</summary>
    public static IGraphQLBuilder AddFileSystemOperationDocumentStorage(this IGraphQLBuilder builder, string folder) =>
        builder.AddOperationDocumentStorage(_ => new FileSystemOperationDocumentStorage(folder));

    /// <summary>Known documents are kept in this process.</summary>
    public static IGraphQLBuilder AddInMemoryOperationDocumentStorage(this IGraphQLBuilder builder) =>
        builder.AddOperationDocumentStorage(_ => new InMemoryOperationDocumentStorage());

    /// <summary>Known documents are kept by the application; the storage added last is used.</summary>
    public static IGraphQLBuilder AddOperationDocumentStorage(this IGraphQLBuilder builder, Func<IServiceProvider, IOperationDocumentStorage> create)
    {
        builder.Services.AddSingleton(create);
        return builder;
    }

    /// <summary>Clients may add documents by their hash, where the storage is an <see cref="IAutomaticOperationDocumentStorage"/>.</summary>
    public static IGraphQLBuilder UseAutomaticPersistedOperationPipeline(this IGraphQLBuilder builder) =>
        builder.ModifyRequestOptions(options => options.PersistedOperations.AllowAutomaticPersistedOperations = true);
}
