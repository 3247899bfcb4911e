using System.Text.Json;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// The protocol graphql-transport-ws on one socket (github.com/enisdenjo/graphql-ws, PROTOCOL.md). The reader's loop decides in the order
/// of the messages and waits for no operation; operations run beside it and send as they please.
/// </summary>
internal sealed class GraphQLTransportWs : IDisposable
{
    public const string Name = "graphql-transport-ws";

    private readonly SocketConnection _connection;
    private readonly SocketSession _session;
    private readonly SocketHost _host;
    private readonly ServerEvents? _events;
    private readonly Lifetime _lifetime;
    private readonly SocketOperations _operations;
    private Task _connecting = Task.CompletedTask;
    private volatile bool _isInitialized;
    private volatile bool _isAcknowledged;

    public GraphQLTransportWs(SocketConnection connection, SocketSession session, SocketHost host, ServerEvents? events)
    {
        (_connection, _session, _host, _events) = (connection, session, host, events);
        _lifetime = new Lifetime(session.HttpContext.RequestAborted);
        _operations = new SocketOperations(host.Options.MaxOperations, _lifetime.Token);
    }

    /// <summary>Serves the socket until it is closed. Nothing of it runs any more then.</summary>
    public async Task RunAsync()
    {
        await using var patience = _host.Time.CreateTimer(_ => OnPatienceEnded(), null, _host.Options.ConnectionInitializationTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            while (await _connection.ReceiveAsync(_session.HttpContext.RequestAborted) is { } message) await HandleAsync(message);
        }
        finally
        {
            await _lifetime.EndAsync();
            await Task.WhenAll(_connecting, _operations.WaitAsync());
            foreach (var interceptor in _host.SocketInterceptors) await interceptor.OnCloseAsync(_session);
        }
    }

    public void Dispose() => _lifetime.Dispose();

    private async ValueTask HandleAsync(ReadOnlyMemory<byte> text)
    {
        try
        {
            var message = SocketMessage.Read(text);
            if (message.Type == SocketMessage.ConnectionInit) Initialize(message.Payload);
            else if (message.Type == SocketMessage.Subscribe) await SubscribeAsync(message);
            else if (message.Type == SocketMessage.Complete) _operations.Complete(message.Id);
            else if (message.Type == SocketMessage.Ping) await _connection.SendAsync(SocketMessageWriter.Pong(message.Payload));
        }
        catch (SocketViolation violation)
        {
            await CloseAsync(violation);
        }
    }

    /// <summary>Interceptors may take their time; meanwhile the reader goes on, to see a second introduction.</summary>
    private void Initialize(ReadOnlyMemory<byte> payload)
    {
        if (_isInitialized) throw SocketViolation.SecondInitialization();
        _isInitialized = true;
        _connecting = ConnectAsync(payload.IsEmpty ? default : JsonElement.Parse(payload.Span));
    }

    private async Task ConnectAsync(JsonElement payload)
    {
        try
        {
            var status = ConnectionStatus.Accept();
            foreach (var interceptor in _host.SocketInterceptors.TakeWhile(_ => status.IsAccepted)) status = await interceptor.OnConnectAsync(_session, payload, _lifetime.Token);
            if (!status.IsAccepted) throw SocketViolation.Forbidden(status.Message);
            _isAcknowledged = true;
            await _connection.SendAsync(SocketMessageWriter.Acknowledge(status.Payload));
        }
        catch (Exception error)
        {
            if (!_lifetime.HasEnded) await FailAsync(error);
        }
    }

    private async ValueTask SubscribeAsync(SocketMessage message)
    {
        if (!_isAcknowledged) throw SocketViolation.NotAcknowledged();
        var parameters = Parse(message.Payload);
        if (_operations.TryStart(message.Id, operation => RunAsync(operation, parameters))) return;
        var error = new GraphQLError($"This socket runs {_host.Options.MaxOperations} operations, and no more are allowed. Complete one of them first.");
        await _connection.SendAsync(SocketMessageWriter.Error(message.Id, [error.WithCode(ErrorCodes.InvalidRequest)]));
    }

    /// <summary>A payload is an object, so it is never a batch.</summary>
    private RequestParameters Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonRequest.Parse(payload, _host.ServerOptions).Single;
        }
        catch (RejectedRequestException rejected)
        {
            throw SocketViolation.Invalid(rejected.Message);
        }
    }

    private async Task RunAsync(SocketOperation operation, RequestParameters parameters)
    {
        try
        {
            var request = await _host.CreateRequestAsync(_session, operation, parameters);
            await using var response = await _host.Executor.ExecuteStreamAsync(request, operation.Ended);
            await AnswerAsync(operation, response);
        }
        catch (Exception error)
        {
            if (!operation.Ended.IsCancellationRequested) await FailAsync(error);
        }
        finally
        {
            _operations.Remove(operation);
            operation.Dispose();
        }
    }

    private async Task AnswerAsync(SocketOperation operation, ResponseStream response)
    {
        var isOver = false;
        if (response.Result is { } single) isOver = await SendAsync(operation, single);
        else
        {
            await foreach (var result in response.ReadResultsAsync())
            {
                using (result) isOver = await SendAsync(operation, result);
            }
        }

        if (isOver) return;
        _operations.Free(operation);
        await _connection.SendAsync(SocketMessageWriter.Complete(operation.Id), operation.Ended);
    }

    /// <summary>Sends a result; returns whether it was the operation's last message.</summary>
    private async ValueTask<bool> SendAsync(SocketOperation operation, ExecutionResult result)
    {
        var isError = result.Kind is not (RequestErrorKind.None or RequestErrorKind.OnlyValidated);
        if (isError) _operations.Free(operation);
        var message = isError ? SocketMessageWriter.Error(operation.Id, result.Errors) : SocketMessageWriter.Next(operation.Id, result);
        await _connection.SendAsync(message, operation.Ended);
        return isError;
    }

    private void OnPatienceEnded()
    {
        if (!_isInitialized) _ = CloseAsync(SocketViolation.InitializationTimeout());
    }

    private Task FailAsync(Exception error)
    {
        if (error is SocketViolation violation) return CloseAsync(violation);
        GraphQLLog.SocketFailed(_host.Logger, error);
        _events?.WebSocketSessionError(error);
        return CloseAsync(SocketViolation.InternalError());
    }

    /// <summary>What runs is ended at once: it could not be answered any more.</summary>
    private async Task CloseAsync(SocketViolation reason)
    {
        await _connection.CloseAsync(reason);
        await _lifetime.EndAsync();
    }
}
