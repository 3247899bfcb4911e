namespace Personalify.GraphQL.Language;

/// <summary>
/// What a document may cost before parsing gives up. The defaults suit documents that strangers send; use
/// <see cref="Trusted"/> for those of one's own, such as a schema. Hot Chocolate's names.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>Limits for documents from clients; each time an instance of one's own.</summary>
    public static ParserOptions Default => new();

    /// <summary>Only the depth is limited, so that no document can exhaust the stack.</summary>
    public static ParserOptions Trusted => new()
    {
        MaxAllowedTokens = int.MaxValue,
        MaxAllowedNodes = int.MaxValue,
        MaxAllowedFields = int.MaxValue,
        MaxAllowedAliases = int.MaxValue,
        MaxAllowedDirectives = int.MaxValue,
    };

    /// <summary>The most tokens, comments not counted. Default: 100,000.</summary>
    public int MaxAllowedTokens { get; set; } = 100_000;

    /// <summary>The most syntax nodes. Default: 100,000.</summary>
    public int MaxAllowedNodes { get; set; } = 100_000;

    /// <summary>The most fields in all selection sets together. Default: 2,048.</summary>
    public int MaxAllowedFields { get; set; } = 2048;

    /// <summary>
    /// The most aliases in all selection sets together: under aliases one field runs many times in a request. Default: 256.
    /// </summary>
    public int MaxAllowedAliases { get; set; } = 256;

    /// <summary>How deep selection sets, values and types may nest. Default: 200.</summary>
    public int MaxAllowedRecursionDepth { get; set; } = 200;

    /// <summary>The most directives on one element. Default: 4.</summary>
    public int MaxAllowedDirectives { get; set; } = 4;
}
