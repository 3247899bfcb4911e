namespace Personalify.GraphQL.Language;

/// <summary>
/// What a document may cost before parsing gives up. The defaults suit documents that strangers send; use
/// <see cref="Trusted"/> for those of one's own, such as a schema.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>Limits for documents from clients.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>Only the depth is limited, so that no document can exhaust the stack.</summary>
    public static ParserOptions Trusted { get; } = new()
    {
        MaxTokens = int.MaxValue,
        MaxNodes = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
    };

    /// <summary>The most tokens, comments not counted.</summary>
    public int MaxTokens { get; init; } = 500_000;

    /// <summary>The most syntax nodes.</summary>
    public int MaxNodes { get; init; } = 500_000;

    /// <summary>The most fields in all selection sets together.</summary>
    public int MaxFields { get; init; } = 2048;

    /// <summary>How deep selection sets, values and types may nest.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>The most directives on one element.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;
}
