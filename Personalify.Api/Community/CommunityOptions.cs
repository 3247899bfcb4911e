using System.Globalization;

namespace Personalify.Api.Community;

/// <summary>Settings below <c>Community</c>.</summary>
/// <param name="MinimumListeners">How many listeners a figure must be about before it is shown.</param>
public sealed record CommunityOptions(int MinimumListeners)
{
    public const string Section = "Community";
    public const int Default = 3;

    /// <summary>A figure about one listener is that listener's own; node B keeps indexes for figures about this many.</summary>
    public const int Least = 2;

    public const int Most = 1_000;

    /// <exception cref="InvalidOperationException">
    /// The setting cannot be; the start stops rather than show what the operator meant to hide.
    /// </exception>
    internal static CommunityOptions Read(IConfiguration configuration)
    {
        var text = configuration[$"{Section}:{nameof(MinimumListeners)}"];
        if (string.IsNullOrEmpty(text)) return new CommunityOptions(Default);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) && minimum is >= Least and <= Most
            ? new CommunityOptions(minimum)
            : throw new InvalidOperationException(
                $"Community:MinimumListeners is '{text}'. It must be a number of listeners from {Least} to {Most}: "
                + "what fewer have heard is not shown.");
    }
}
