using System.Buffers;
using System.Text;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The answer to a request. Specification: 7.1 Response Format. A request error has no <c>data</c> entry; an executed
/// request always has one, possibly <c>null</c>.
/// </summary>
/// <remarks>
/// The data of an executed request stands in pooled memory. Disposing the result gives that back; without it the memory is
/// left to the garbage collector. After that <see cref="Data"/> is empty.
/// </remarks>
public sealed class ExecutionResult : IDisposable
{
    private JsonOutput? _output;
    private ReadOnlyMemory<byte> _data;

    /// <summary>A request that was not executed.</summary>
    public ExecutionResult(RequestErrorKind kind, IReadOnlyList<GraphQLError> errors)
    {
        Kind = kind;
        Errors = errors;
    }

    /// <summary>A request that was executed.</summary>
    /// <param name="data">The value of <c>data</c> as UTF-8 JSON, <c>null</c> included.</param>
    /// <param name="errors">The execution errors.</param>
    public ExecutionResult(ReadOnlyMemory<byte> data, IReadOnlyList<GraphQLError> errors)
    {
        _data = data;
        Errors = errors;
    }

    /// <summary>A later part of a request that was executed.</summary>
    internal ExecutionResult(IncrementalPayload payload) => (Incremental, Errors) = (payload, []);

    /// <summary>A request that was executed; the result takes over the output.</summary>
    internal ExecutionResult(JsonOutput output, IReadOnlyList<GraphQLError> errors)
    {
        Errors = errors;
        output.Complete();
        (_output, _data) = (output, output.Data);
    }

    /// <summary>Why there is no data; <see cref="RequestErrorKind.None"/> when the request was executed.</summary>
    public RequestErrorKind Kind { get; }

    /// <summary>The errors, in the order of their discovery.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The <c>extensions</c> of the response, such as the operation's cost; <c>null</c> for none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>
    /// What is still to come after this result, and what has come with it; <c>null</c> when the response is this one result. Every result
    /// after the first has this and nothing else.
    /// </summary>
    public IncrementalPayload? Incremental { get; internal set; }

    /// <summary>The value of <c>data</c> as UTF-8 JSON; empty for a request error, and in a result after the first.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    /// <summary>Whether <c>data</c> is present and not null.</summary>
    public bool HasData => !_data.IsEmpty && !_data.Span.SequenceEqual("null"u8);

    /// <summary>The whole response where it needs no more writing: data, and nothing beside it. Empty otherwise.</summary>
    internal ReadOnlyMemory<byte> Response => Errors.Count == 0 && Extensions is null && Incremental is null && _output is { } output ? output.Response : default;

    /// <summary>Writes the whole response as UTF-8 JSON: errors first when there are any, so that people see them.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        if (Response.IsEmpty) ResponseWriter.Write(this, output);
        else output.Write(Response.Span);
    }

    /// <summary>The whole response as JSON, for tests and logs.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>(_data.Length + 256);
        WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _data = default;
        Interlocked.Exchange(ref _output, null)?.Dispose();
        if (Incremental is null) return;
        foreach (var part in Incremental.Parts) part.Dispose();
    }
}
