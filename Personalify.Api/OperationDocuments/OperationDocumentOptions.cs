namespace Personalify.Api.OperationDocuments;

/// <summary>
/// Settings below <c>GraphQL:PersistedOperations</c>: which documents clients may name instead of sending them, and whether others may run at all. The
/// dashboard's own are always known.
/// </summary>
public sealed class OperationDocumentOptions
{
    /// <summary>A folder with documents that the operator trusts: <c>{id}.graphql</c>, for a hash its 64 digits. Empty for none.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whether documents that the operator has published in Redis are trusted as well, for several Apis without a folder in common.</summary>
    public bool Redis { get; set; }

    /// <summary>Whether only the dashboard's and the trusted documents run. Clients then add none.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>Whether, with <see cref="OnlyAllowPersistedDocuments"/>, a known document may also come whole.</summary>
    public bool AllowDocumentBody { get; set; }

    /// <summary>Whether clients may add documents by the hash of their text (automatic persisted queries).</summary>
    public bool AllowAutomaticPersistedOperations { get; set; } = true;

    /// <summary>How many documents of clients are kept, in this process and in Redis.</summary>
    public int MaxAutomaticDocuments { get; set; } = 1_000;

    /// <summary>How long Redis keeps a document of a client; it is sent again when it is needed again.</summary>
    public TimeSpan AutomaticLifetime { get; set; } = TimeSpan.FromDays(1);
}
