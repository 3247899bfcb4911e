using Personalify.Api.Caching;
using Personalify.GraphQL.Commands;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.OperationDocuments;

/// <summary>Documents that clients name instead of sending them: the dashboard's, the operator's, and what clients have added themselves.</summary>
public static class OperationDocumentsModule
{
    public static IGraphQLBuilder AddOperationDocuments(this IGraphQLBuilder builder, OperationDocumentOptions options)
    {
        builder.Services.AddSingleton<DashboardDocuments>();
        builder.Services.AddCommand(PublishDocumentsCommand.Command);
        return builder
            .AddOperationDocumentStorage(provider => new KnownDocuments(Trusted(provider, options), Automatic(provider, options)))
            .ModifyRequestOptions(request =>
            {
                var documents = request.PersistedOperations;
                documents.OnlyAllowPersistedDocuments = options.OnlyAllowPersistedDocuments;
                documents.AllowDocumentBody = options.AllowDocumentBody;
                documents.AllowAutomaticPersistedOperations = options.AllowAutomaticPersistedOperations && !options.OnlyAllowPersistedDocuments;
            });
    }

    private static List<IOperationDocumentStorage> Trusted(IServiceProvider provider, OperationDocumentOptions options)
    {
        List<IOperationDocumentStorage> storages = [provider.GetRequiredService<DashboardDocuments>()];
        if (options.Folder.Length > 0) storages.Add(new FileSystemOperationDocumentStorage(options.Folder));
        if (options.Redis) storages.Add(new RedisOperationDocumentStorage(provider.GetRequiredService<RedisGate>()));
        return storages;
    }

    private static IAutomaticOperationDocumentStorage? Automatic(IServiceProvider provider, OperationDocumentOptions options)
    {
        if (options.OnlyAllowPersistedDocuments || !options.AllowAutomaticPersistedOperations) return null;
        return provider.GetService<RedisGate>() is { } gate
            ? new RedisAutomaticDocuments(gate, provider.GetRequiredService<TimeProvider>(), options)
            : new InMemoryOperationDocumentStorage(options.MaxAutomaticDocuments);
    }
}
