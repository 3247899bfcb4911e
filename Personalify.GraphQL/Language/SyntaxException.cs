using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Language;

/// <summary>A document does not follow the grammar, or exceeds a limit of <see cref="ParserOptions"/>.</summary>
public sealed class SyntaxException : Exception
{
    /// <summary>Wraps the error that the client is told.</summary>
    public SyntaxException(GraphQLError error)
        : base(error.Message) => Error = error;

    /// <summary>What the client is told: message, line and column, and a code.</summary>
    public GraphQLError Error { get; }

    internal static SyntaxException At(Source source, int offset, string message) =>
        Create(source, offset, $"Syntax Error: {message}", ErrorCodes.SyntaxError);

    internal static SyntaxException LimitExceeded(Source source, int offset, string message) =>
        Create(source, offset, message, ErrorCodes.TooManyNodes);

    private static SyntaxException Create(Source source, int offset, string message, string code) =>
        new(new GraphQLError(message) { Locations = [source.GetLocation(offset)] }.WithCode(code));
}
