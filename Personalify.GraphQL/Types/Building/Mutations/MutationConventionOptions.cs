namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// How mutations become fields with one <c>input</c> and a payload. <c>{MutationName}</c> in a pattern stands for the field's name
/// with a capital.
/// </summary>
public sealed record MutationConventionOptions
{
    private const string MutationName = "{MutationName}";

    /// <summary>The name of the argument that holds all others. Default: <c>input</c>.</summary>
    public string InputArgumentName { get; init; } = "input";

    /// <summary>The name of the input object. Default: <c>{MutationName}Input</c>.</summary>
    public string InputTypeNamePattern { get; init; } = MutationName + "Input";

    /// <summary>The name of the payload. Default: <c>{MutationName}Payload</c>.</summary>
    public string PayloadTypeNamePattern { get; init; } = MutationName + "Payload";

    /// <summary>The name of the union of what may go wrong. Default: <c>{MutationName}Error</c>.</summary>
    public string PayloadErrorTypeNamePattern { get; init; } = MutationName + "Error";

    /// <summary>The payload's field that holds what went wrong. Default: <c>errors</c>.</summary>
    public string PayloadErrorsFieldName { get; init; } = "errors";

    /// <summary>
    /// Whether every mutation follows, but those that say otherwise; if not, those that declare an error or carry
    /// <see cref="UseMutationConventionAttribute"/>. Default: yes.
    /// </summary>
    public bool ApplyToAllMutations { get; init; } = true;

    internal static string Format(string pattern, string fieldName) =>
        pattern.Replace(MutationName, char.ToUpperInvariant(fieldName[0]) + fieldName[1..], StringComparison.Ordinal);
}

/// <summary>Which payloads get a field that leads back to the query root, so that a client can read what it needs anew.</summary>
public sealed record MutationPayloadOptions
{
    /// <summary>The field's name. Default: <c>query</c>.</summary>
    public string QueryFieldName { get; init; } = "query";

    /// <summary>Which results of mutations get it. Default: those whose type's name ends with <c>Payload</c>.</summary>
    public Func<ObjectType, bool> MutationPayloadPredicate { get; init; } = type => type.Name.EndsWith("Payload", StringComparison.Ordinal);
}
