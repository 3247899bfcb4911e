using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Personalify.Domain.Moods;
using Polly.Timeout;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>
/// A text classifier at Hugging Face's Inference API or at an endpoint that speaks like it. Titles leave the server, their names cleaned
/// and nothing with them.
/// </summary>
internal sealed class HuggingFaceMoodModel(
    IHttpClientFactory clients, HuggingFaceBudget budget, IOptions<HuggingFaceOptions> options, TimeProvider time) : IMoodModel
{
    public const string Provider = "huggingface";
    public const string Client = "huggingface";

    /// <summary>After what only the operator can mend.</summary>
    private static readonly TimeSpan UntilMended = TimeSpan.FromHours(1);

    public MoodModelIdentity Identity { get; } = new(Provider, options.Value.Model, "inference");

    public bool IsRemote => true;

    public bool IsFast => false;

    public async Task<IReadOnlyList<MoodProbabilities?>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        string[] names = [.. titles.Select(TitleCleaning.Clean)];
        var told = new Dictionary<string, MoodProbabilities>(StringComparer.Ordinal);
        foreach (var batch in names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Chunk(options.Value.BatchSize))
        {
            var answers = await AskAsync(batch, cancellationToken);
            foreach (var (name, answer) in batch.Zip(answers)) told[name] = answer;
        }

        return [.. names.Select(name => told.TryGetValue(name, out var answer) ? answer : (MoodProbabilities?)null)];
    }

    public IReadOnlyList<WeighedWord> Weigh(string title, Mood mood) => [];

    /// <summary>Asks nothing over the network: whether requests are refused at this moment.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await budget.FindBlockAsync(options.Value.Model, cancellationToken) is { } until)
            throw new MoodModelException("Hugging Face asked to leave the model alone for a while.", until - time.GetUtcNow());
    }

    private async Task<IReadOnlyList<MoodProbabilities>> AskAsync(string[] names, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Client);
        using var response = await SendAsync(http, names, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? HuggingFaceAnswer.Read(body, names.Length) : throw await RefusalAsync(response, body, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient http, string[] names, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address) { Content = HuggingFaceQuestion.Of(names) };
        if (options.Value.Token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.Token);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (TimeoutRejectedException silent)
        {
            throw new MoodModelException($"Hugging Face did not answer within {options.Value.AttemptTimeout.TotalSeconds:0.###} s a try.",
                cause: silent);
        }
        catch (HttpRequestException unreachable)
        {
            throw new MoodModelException($"Hugging Face cannot be reached, or its answer broke off: {unreachable.Message}",
                cause: unreachable);
        }
    }

    private async Task<MoodModelException> RefusalAsync(HttpResponseMessage response, byte[] body, CancellationToken cancellationToken)
    {
        var pause = HuggingFaceRefusal.PauseOf(response, body, time);
        var refusal = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new MoodModelException(
                "Hugging Face refuses the token, or it may not call Inference Providers. Set HuggingFace:Token to one that may.",
                    UntilMended),
            HttpStatusCode.PaymentRequired => new MoodModelException(
                "The account's credits at Hugging Face are used up.", pause ?? UntilMended),
            HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Gone => new MoodModelException(
                $"Hugging Face does not serve {options.Value.Model} as a text classifier ({(int)response.StatusCode}). Choose another "
                    + $"HuggingFace:Model.",
                UntilMended),
            HttpStatusCode.TooManyRequests => new MoodModelException("Hugging Face was asked too often.", pause ?? TimeSpan.FromMinutes(5)),
            HttpStatusCode.ServiceUnavailable when pause is not null =>
                new MoodModelException("Hugging Face is still loading the model.", pause),
            _ => new MoodModelException($"Hugging Face answered with {(int)response.StatusCode}.", pause),
        };
        if (refusal.RetryAfter is { } rest) await budget.BlockAsync(options.Value.Model, rest, cancellationToken);
        return refusal;
    }
}
