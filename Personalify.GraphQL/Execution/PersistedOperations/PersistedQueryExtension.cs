using System.Text.Json;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads <c>extensions.persistedQuery</c>, by which Apollo's clients name a document by its hash.</summary>
internal static class PersistedQueryExtension
{
    private const string Name = "persistedQuery";

    public static bool IsIn(JsonElement extensions) => extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(Name, out _);

    /// <summary>The id, or <c>null</c> when the request has none.</summary>
    /// <exception cref="GraphQLException">The extension is not what Apollo's protocol says.</exception>
    public static OperationDocumentId? Read(JsonElement extensions)
    {
        if (!IsIn(extensions)) return null;
        var query = extensions.GetProperty(Name);
        if (IsVersion1(query) && Hash(query) is { } hash && OperationDocumentId.TryParse($"sha256:{hash}", out var id)) return id;
        throw new GraphQLException(
            "extensions.persistedQuery must hold version 1 and sha256Hash, the document's SHA-256 as 64 hexadecimal digits.", ErrorCodes.InvalidRequest);
    }

    private static bool IsVersion1(JsonElement query) =>
        query.ValueKind == JsonValueKind.Object && query.TryGetProperty("version", out var version)
        && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1;

    private static string? Hash(JsonElement query) =>
        query.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String ? hash.GetString() : null;
}
