using System.Net;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Spotify.Budgets;

/// <summary>Around all tries of a request: a closed group is refused at once, an open one waits for its turn.</summary>
internal sealed class BudgetHandler(SpotifyBudgets budgets, RequestPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = SpotifyCall.Of(request);
        await budgets.ExpectOpenAsync(call, cancellationToken);
        using var place = await pace.EnterAsync(call, cancellationToken);
        budgets.Take(call);
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Around each try: counts those after the first, and sees what Spotify says of the quota.</summary>
internal sealed class QuotaHandler(SpotifyBudgets budgets, TimeProvider clock) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> WasTried = new("Personalify.WasTried");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = SpotifyCall.Of(request);
        if (request.Options.TryGetValue(WasTried, out _)) budgets.CountAgain(call);
        request.Options.Set(WasTried, true);
        var response = await base.SendAsync(request, cancellationToken);
        var pause = APIErrors.RetryAfter(response, clock);
        if (response.IsSuccessStatusCode) await budgets.ForgiveAsync(call, cancellationToken);
        else if (await IsQuotaAsync(response, pause)) await budgets.BlockAsync(call, pause, cancellationToken);
        return response;
    }

    // The body lies in memory already.
    private static async Task<bool> IsQuotaAsync(HttpResponseMessage response, TimeSpan? pause) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
        && APITooManyRequestsException.MeansQuota(ErrorBody.Read(await response.Content.ReadAsByteArrayAsync()).Reason, pause);
}
