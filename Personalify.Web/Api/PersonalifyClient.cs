using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Personalify.Web.Api;

/// <summary>Asks the Api one operation at a time, as the person whose session the request carries.</summary>
public sealed class PersonalifyClient(HttpClient http)
{
    private const string UnknownDocument = "HC0020";

    public async Task<TData> SendAsync<TVariables, TData>(
        GraphQLOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellation)
        where TVariables : class
        where TData : class
    {
        var answer = await PostAsync<TVariables, TData>(new(operation.DocumentId, Query: null, variables), cancellation);
        if (answer.Errors is [{ Extensions.Code: UnknownDocument }, ..]) // An Api of another version, which may know the text all the same.
            answer = await PostAsync<TVariables, TData>(new(DocumentId: null, operation.Text, variables), cancellation);
        if (answer.Errors is [var error, ..])
            throw new ApiException($"{operation.Path} could not be answered: {error.Message}") { Code = error.Extensions?.Code };
        return answer.Data ?? throw new ApiException($"{operation.Path} was answered without data.");
    }

    public Task<TData> SendAsync<TData>(GraphQLOperation<NoVariables, TData> operation, CancellationToken cancellation)
        where TData : class => SendAsync(operation, NoVariables.Instance, cancellation);

    private async Task<GraphQLResponse<TData>> PostAsync<TVariables, TData>(GraphQLRequest<TVariables> request, CancellationToken cancellation)
    {
        using var response = await ReachAsync(
            token => http.PostAsJsonAsync((Uri?)null, request, TypeInfo<GraphQLRequest<TVariables>>(), token), cancellation);
        return await ReadAsync<GraphQLResponse<TData>>(response, cancellation);
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)PersonalifyJson.Default.GetTypeInfo(typeof(T))!;

    private async Task<HttpResponseMessage> ReachAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellation)
    {
        try
        {
            var response = await send(cancellation);
            if (response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable)) return response;
            response.Dispose();
            throw new ApiUnavailableException(http.BaseAddress!);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiUnavailableException(http.BaseAddress!, exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new ApiUnavailableException(http.BaseAddress!, exception);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(TypeInfo<T>(), cancellation)
                ?? throw new ApiException("The Api answered with nothing.");
        }
        catch (JsonException exception)
        {
            throw new ApiException($"The Api answered with status {(int)response.StatusCode} and something that is not GraphQL.", exception);
        }
    }
}
