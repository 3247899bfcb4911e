namespace Personalify.Api.Hosting;

/// <summary>Headers that every response carries. What answers with a page, such as the browser IDE, brings a policy of its own.</summary>
internal static class SecurityHeaders
{
    private const string NoPage = "default-src 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = NoPage;
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
