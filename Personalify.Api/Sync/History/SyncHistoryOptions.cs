namespace Personalify.Api.Sync.History;

/// <summary>Settings below <c>SyncHistory</c>.</summary>
public sealed class SyncHistoryOptions
{
    public const string Section = "SyncHistory";

    /// <summary>The most days; ten years.</summary>
    public const int MostDays = 3_660;

    /// <summary>How many days a run is kept; 0 keeps every run for good. Current documents stay in any case.</summary>
    public int KeepDays { get; set; }

    internal TimeSpan? Keep => KeepDays > 0 ? TimeSpan.FromDays(KeepDays) : null;

    /// <exception cref="InvalidOperationException">
    /// The setting cannot be; the start stops rather than delete what the operator meant to keep.
    /// </exception>
    internal static SyncHistoryOptions Read(IConfiguration configuration)
    {
        var text = configuration[$"{Section}:{nameof(KeepDays)}"];
        if (string.IsNullOrEmpty(text)) return new SyncHistoryOptions();
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= MostDays
            ? new SyncHistoryOptions { KeepDays = days }
            : throw new InvalidOperationException(
                $"SyncHistory:KeepDays is '{text}'. It must be a number of days from 1 to {MostDays}, or 0 to keep every run.");
    }
}
