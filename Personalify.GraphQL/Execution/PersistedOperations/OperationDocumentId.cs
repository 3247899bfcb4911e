using System.Buffers;
using System.Security.Cryptography;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The id of a known document: the SHA-256 of its text (<c>sha256:</c> and 64 hexadecimal digits), or a name of letters, digits,
/// hyphens and underscores that whoever published the document chose. GraphQL over HTTP: Persisted Documents (draft).
/// </summary>
public readonly record struct OperationDocumentId
{
    private const string Sha256Prefix = "sha256:";
    private const int MaxLength = 128;
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private OperationDocumentId(string value, bool isHash) => (Value, IsHash) = (value, isHash);

    /// <summary>The name, or the hash in lower case; never anything that could lead out of a folder or a key.</summary>
    public string Value { get; }

    /// <summary>Whether the id is the hash of the text, so that a document can be checked against it.</summary>
    public bool IsHash { get; }

    /// <summary>Reads an id as clients send it.</summary>
    public static bool TryParse(string text, out OperationDocumentId id)
    {
        var isHash = text.StartsWith(Sha256Prefix, StringComparison.Ordinal);
        id = isHash ? new OperationDocumentId(text[Sha256Prefix.Length..].ToLowerInvariant(), true) : new OperationDocumentId(text, false);
        return isHash ? IsSha256(id.Value) : id.Value.Length is > 0 and <= MaxLength && !id.Value.AsSpan().ContainsAnyExcept(Allowed);
    }

    /// <summary>The id of a text by its hash.</summary>
    public static OperationDocumentId Of(ReadOnlySpan<byte> document) => new(Convert.ToHexStringLower(SHA256.HashData(document)), true);

    /// <summary>Whether the id may stand for the text: a hash must be that of the text.</summary>
    public bool Matches(ReadOnlySpan<byte> document) => !IsHash || Of(document).Value == Value;

    /// <inheritdoc />
    public override string ToString() => IsHash ? Sha256Prefix + Value : Value;

    private static bool IsSha256(string hash) => hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigitLower);
}
