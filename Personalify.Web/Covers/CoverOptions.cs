namespace Personalify.Web.Covers;

/// <summary>Where artwork comes from and how much of it is kept. Configuration section <c>Covers</c>.</summary>
public sealed class CoverOptions
{
    /// <summary>Spotify's host of images, or what stands in for it; pictures with addresses below it are shown too.</summary>
    public Uri Source { get; set; } = new("https://i.scdn.co/image/");

    /// <summary>The folder of the kept images; below the system's temporary folder unless set.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "personalify-covers");

    /// <summary>Bytes that are kept in all; the images that were shown longest ago go first.</summary>
    public long MaxBytes { get; set; } = 512L << 20;

    /// <summary>Bytes of one image. Spotify's largest have about 200 kB.</summary>
    public int MaxImageBytes { get; set; } = 1 << 20;

    /// <summary>Images that are fetched at once.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>The time that one fetch may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
