namespace Personalify.GraphQL.Execution;

/// <summary>How documents that are known by an id are used. Hot Chocolate's names.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Whether only documents run that the storage knows; others are refused with HC0067. Default: no.</summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>
    /// Whether, with <see cref="OnlyAllowPersistedDocuments"/>, a document may also come whole when the storage knows it by the hash of
    /// its text. Default: no.
    /// </summary>
    public bool AllowDocumentBody { get; set; }

    /// <summary>Whether clients may add documents by the hash of their text. Default: no.</summary>
    public bool AllowAutomaticPersistedOperations { get; set; }
}
