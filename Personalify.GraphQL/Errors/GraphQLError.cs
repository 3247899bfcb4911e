using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Errors;

/// <summary>
/// One entry of a response's <c>errors</c>. Specification: 7.1.2 Errors.
/// </summary>
/// <param name="Message">For people; says what is wrong with which value and what to do.</param>
public sealed record GraphQLError(string Message)
{
    internal const string CodeKey = "code";

    /// <summary>Where in the document the error belongs; empty when it belongs to no place.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response position: response names (string) and list indexes (int). <c>null</c> for request errors.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Machine-readable additions; <c>code</c> holds one of <see cref="ErrorCodes"/>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The exception behind the error. Never written to a response unless details are switched on.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The error's code, if it has one.</summary>
    public string? Code => Extensions?.GetValueOrDefault(CodeKey) as string;

    /// <summary>The same error with a code.</summary>
    public GraphQLError WithCode(string code) =>
        this with { Extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>()) { [CodeKey] = code } };

    /// <summary>An error at the given nodes of a document.</summary>
    public static GraphQLError At(string message, Source? source, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new List<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node.Span is { } span && source is not null) locations.Add(source.GetLocation(span.Start));
        }

        return new GraphQLError(message) { Locations = locations };
    }
}

/// <summary>Thrown by a resolver to answer with exactly this error; the engine adds path and locations.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>An error with a message for the client and, optionally, a code.</summary>
    public GraphQLException(string message, string? code = null)
        : base(message) => Error = code is null ? new GraphQLError(message) : new GraphQLError(message).WithCode(code);

    /// <summary>An error made elsewhere.</summary>
    public GraphQLException(GraphQLError error)
        : base(error.Message) => Error = error;

    /// <summary>What the client is told.</summary>
    public GraphQLError Error { get; }
}
