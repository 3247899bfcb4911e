using System.Buffers;

namespace Personalify.Web.Covers;

/// <summary>
/// The name of an image at Spotify: 40 hexadecimal digits at the end of its address. Only such a name becomes part of an address or of a
/// file's name, so a request cannot make the Web fetch or read anything else.
/// </summary>
public readonly record struct CoverId
{
    private const int Length = 40;
    private const string Host = "i.scdn.co";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private CoverId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null for everything that is not such a name.</summary>
    public static CoverId? Parse(string? text) =>
        text is { Length: Length } && !text.AsSpan().ContainsAnyExcept(Digits) ? new CoverId(text) : null;

    /// <summary>The image that an address of Spotify's host names, or one below the configured source; otherwise null.</summary>
    public static CoverId? OfUrl(string? url, Uri? source = null) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Host == Host || source?.IsBaseOf(address) == true)
            ? Parse(address.Segments[^1])
            : null;

    public override string ToString() => Value;
}
