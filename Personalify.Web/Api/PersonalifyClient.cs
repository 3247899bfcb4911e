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
        var (answer, errors) = await PostAsync<TVariables>(new(operation.DocumentId, Query: null, variables), cancellation);
        if (errors is [{ Extensions.Code: UnknownDocument }, ..]) // An Api of another version, which may know the text all the same.
            (answer, errors) = await PostAsync<TVariables>(new(DocumentId: null, operation.Text, variables), cancellation);
        if (errors is [var error, ..])
        {
            return ReadPart<TData>(answer, errors) ?? throw new ApiException($"{operation.Path} could not be answered: {error.Message}")
            {
                Code = error.Extensions?.Code, Sentence = error.Message,
            };
        }

        return Read<GraphQLResponse<TData>>(answer).Data ?? throw new ApiException($"{operation.Path} was answered without data.");
    }

    public Task<TData> SendAsync<TData>(GraphQLOperation<NoVariables, TData> operation, CancellationToken cancellation)
        where TData : class => SendAsync(operation, NoVariables.Instance, cancellation);

    /// <summary>
    /// The answer and what it says of errors, which is read before the data: a field that failed is null whatever its record expects.
    /// </summary>
    private async Task<(byte[] Answer, IReadOnlyList<GraphQLResponseError>? Errors)> PostAsync<TVariables>(
        GraphQLRequest<TVariables> request, CancellationToken cancellation)
    {
        using var response = await ReachAsync(
            token => http.PostAsJsonAsync((Uri?)null, request, TypeInfo<GraphQLRequest<TVariables>>(), token), cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return (answer, Read<GraphQLErrors>(answer, $" with status {(int)response.StatusCode},").Errors);
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

    /// <summary>What there is of an answer that may lack what failed; null where it may not.</summary>
    private static TData? ReadPart<TData>(byte[] answer, IReadOnlyList<GraphQLResponseError> errors)
        where TData : class
    {
        if (!typeof(TData).IsSubclassOf(typeof(PartialAnswer))) return null;
        return Read<GraphQLResponse<TData>>(answer).Data is PartialAnswer data && data.Accept(errors) ? data as TData : null;
    }

    private static T Read<T>(byte[] answer, string how = "")
    {
        try
        {
            return JsonSerializer.Deserialize(answer, TypeInfo<T>()) ?? throw new ApiException("The Api answered with nothing.");
        }
        catch (JsonException exception)
        {
            throw new ApiException($"The Api answered{how} with something that is not GraphQL.", exception);
        }
    }
}
