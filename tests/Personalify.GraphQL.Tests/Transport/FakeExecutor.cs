using Personalify.GraphQL.Types.Building;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>Remembers the request and gives the answer that a test wants.</summary>
internal sealed class FakeExecutor : IRequestExecutor
{
    public Schema Schema { get; } = SdlSchemaBuilder.Build("type Query { hello: String }");

    public GraphQLRequest? Request { get; private set; }

    public string? Document => Request is { } request ? Encoding.UTF8.GetString(request.Document.Span) : null;

    public ExecutionResult Result { get; set; } = new("""{"hello":"world"}"""u8.ToArray(), []);

    public void FailWith(RequestErrorKind kind) => Result = new ExecutionResult(kind, [new GraphQLError("No.")]);

    public Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        Request = request;
        return Task.FromResult(Result);
    }

    public async Task<ResponseStream> ExecuteStreamAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        new(await ExecuteAsync(request, cancellationToken));
}
