namespace Personalify.Web.Api;

/// <summary>The Api answered, but not with what was asked for. The message is a sentence for the page.</summary>
public class ApiException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The Api did not answer at all, or not in time.</summary>
public sealed class ApiUnavailableException(Uri address, Exception? inner = null)
    : ApiException($"The Api at {address.GetLeftPart(UriPartial.Authority)} does not answer.", inner)
{
    public Uri Address { get; } = address;
}
