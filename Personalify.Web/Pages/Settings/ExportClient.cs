using Personalify.Web.Api;

namespace Personalify.Web.Pages.Settings;

/// <summary>Asks the Api for the export of the person whose session the request carries; its body is read as it arrives.</summary>
public sealed class ExportClient(HttpClient http)
{
    public async Task<HttpResponseMessage> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await http.GetAsync(new Uri("/export", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiUnavailableException(http.BaseAddress!, exception);
        }
    }
}
