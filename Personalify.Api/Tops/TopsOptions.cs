namespace Personalify.Api.Tops;

/// <summary>Settings below <c>Tops</c>.</summary>
public sealed class TopsOptions
{
    public const string Section = "Tops";

    /// <summary>
    /// How long lists are answered before Spotify is asked again. A little longer than a day, so that the daily synchronization renews them
    /// and not a visitor.
    /// </summary>
    public TimeSpan CacheTtl { get; set; } = TimeSpan.FromHours(26);

    /// <summary>How many lists this process asks Spotify for at the same time because callers wait for them.</summary>
    public int MaxMisses { get; set; } = 8;

    /// <summary>How long a caller waits for a list that has to come from Spotify.</summary>
    public TimeSpan MissTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
