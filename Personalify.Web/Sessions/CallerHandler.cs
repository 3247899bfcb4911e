using System.Net.Http.Headers;

namespace Personalify.Web.Sessions;

/// <summary>Tells the Api for whom it is asked: the browser's session, and its address, by which attempts to sign in are counted.</summary>
public sealed class CallerHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is { } context)
        {
            if (SessionCookie.Read(context.Request) is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (context.Connection.RemoteIpAddress is { } address) request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{address}");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
