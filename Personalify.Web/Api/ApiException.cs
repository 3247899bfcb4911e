namespace Personalify.Web.Api;

/// <summary>The Api answered, but not with what was asked for. The message is a sentence for the page.</summary>
public class ApiException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const string HiddenFailure = "Unexpected Execution Error";

    // What the engine says of its argument: unreadable, not a cursor.
    private static readonly string[] ArgumentCodes = ["HC0017", "HC0078"];

    /// <summary>The code of the Api's error, where it has one.</summary>
    public string? Code { get; init; }

    /// <summary>What the Api said, without the words of the client about it.</summary>
    public string? Sentence { get; init; }

    /// <summary>What the Api says by itself: no failure that it hides behind the engine's words.</summary>
    public bool IsSentence => Code is null && !Message.Contains(HiddenFailure, StringComparison.Ordinal);

    /// <summary>The Api found fault with what it was sent, not with itself.</summary>
    public bool IsAboutArgument => ArgumentCodes.Contains(Code);
}

/// <summary>The Api did not answer at all, or not in time.</summary>
public sealed class ApiUnavailableException(Uri address, Exception? inner = null)
    : ApiException($"The Api at {address.GetLeftPart(UriPartial.Authority)} does not answer.", inner)
{
    public Uri Address { get; } = address;
}
