using System.Text.Json;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>Runs as tests need them, an hour apart.</summary>
internal static class GivenRuns
{
    public static readonly DateTimeOffset Start = new(2026, 2, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A run of an hour of the day, with the top artists in this order; without, it asked for recent plays only.</summary>
    public static SyncRun Run(int userId, int hour, params string[] artists) => new()
    {
        Id = Guid.CreateVersion7(Start.AddHours(hour)),
        UserId = userId,
        SpotifyId = SpotifyId(userId),
        StartedAt = Start.AddHours(hour),
        FinishedAt = Start.AddHours(hour).AddSeconds(2.5),
        Status = SyncRunStatus.Partial,
        Trigger = SyncTrigger.Schedule,
        Parts =
        [
            new SyncPartReport(SyncPart.RecentPlays, SyncPartStatus.Completed, 50, 12, 0, 1, null),
            new SyncPartReport(SyncPart.SavedShows, SyncPartStatus.Skipped, 0, 0, 0, 0, "You have not granted this."),
        ],
        Tops = artists.Length == 0 ? [] : [Lists(TimeRange.ShortTerm, artists), Lists(TimeRange.LongTerm, artists)],
    };

    public static string SpotifyId(int userId) => $"listener-{userId}";

    public static TopLists Lists(TimeRange range, params string[] artists) =>
        new(range, [.. artists.Select(Artist)], [.. artists.Select(Track)], range == TimeRange.LongTerm ? [new TopGenre(1, "dub",
            artists.Length)] : null);

    public static CurrentTops Current(SyncRun run, TimeRange range) =>
        new(run.UserId, run.SpotifyId, run.Id, run.FinishedAt, run.Tops.Single(lists => lists.TimeRange == range));

    /// <summary>Everything that a run says, to compare.</summary>
    public static string Text(SyncRun? run) => JsonSerializer.Serialize(run);

    public static string Text(CurrentTops? tops) => JsonSerializer.Serialize(tops);

    private static TopItem Artist(string name, int index) =>
        new() { Rank = index + 1, SpotifyId = $"a-{name}", Name = name, ImageUrl = $"https://i.scdn.co/image/{name}" };

    private static TopItem Track(string name, int index) =>
        new()
        {
            Rank = index + 1, SpotifyId = $"t-{name}", Name = $"Song of {name}", ArtistNames = [name, "Friend"],
            AlbumName = index == 0 ? null : "Album",
        };
}
