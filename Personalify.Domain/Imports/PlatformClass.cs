using System.Text;

namespace Personalify.Domain.Imports;

/// <summary>
/// The kind of device behind an export's <c>platform</c>. Until 2023 the field names maker, model and versions, which is more than a
/// statistic needs and close to a fingerprint, so only the class is kept.
/// </summary>
public static class PlatformClass
{
    private static readonly HashSet<string> Classes = ["android", "ios", "desktop", "web", "speaker", "tv", "car", "other"];

    /// <summary>The classes by what a platform's lower-case text contains; the first that fits wins.</summary>
    private static readonly (string Contained, string Class)[] Rules =
    [
        ("web_player", "web"), ("webplayer", "web"),
        ("car_thing", "car"), ("android auto", "car"), ("android_auto", "car"), ("carplay", "car"), ("automotive", "car"), ("tesla", "car"),
        ("google_home", "speaker"), ("nest", "speaker"), ("sonos", "speaker"), ("echo", "speaker"), ("speaker", "speaker"),
        ("tv", "tv"), ("tizen", "tv"), ("webos", "tv"), ("roku", "tv"), ("chromecast", "tv"), ("playstation", "tv"), ("xbox", "tv"),
        ("cast", "speaker"),
        ("windows phone", "other"),
        ("android", "android"),
        ("ios", "ios"), ("iphone", "ios"), ("ipad", "ios"),
        ("windows", "desktop"), ("os x", "desktop"), ("osx", "desktop"), ("mac", "desktop"), ("linux", "desktop"),
    ];

    /// <summary>
    /// The class of a platform: android, ios, desktop, web, speaker, tv, car or other; <c>null</c> when none is stated. A class is its own,
    /// because an export of ours names nothing but classes.
    /// </summary>
    public static string? Of(ReadOnlySpan<byte> platform)
    {
        if (platform.IsEmpty) return null;
        var text = Encoding.UTF8.GetString(platform[..Math.Min(platform.Length, 256)]).ToLowerInvariant();
        if (Classes.Contains(text)) return text;
        foreach (var (contained, name) in Rules)
        {
            if (text.Contains(contained, StringComparison.Ordinal)) return name;
        }
        return "other";
    }
}
