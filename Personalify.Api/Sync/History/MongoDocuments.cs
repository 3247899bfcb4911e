using MongoDB.Bson;
using Personalify.Api.Spotify;

namespace Personalify.Api.Sync.History;

/// <summary>
/// The documents of <c>user_syncs</c> and <c>sync_runs</c>, written field by field, so that what stands in them is what stands here.
/// Reading is lenient with numbers, which other programs may have written with another width, and with fields that are missing or null.
/// </summary>
internal static class MongoDocuments
{
    public const string Id = "_id";
    public const string UserId = "user_id";
    public const string SpotifyId = "spotify_id";
    public const string TimeRange = "time_range";
    public const string RunId = "run_id";
    public const string SyncedAt = "synced_at";
    public const string FinishedAt = "finished_at";
    public const string HasTops = "has_tops";

    /// <summary>Lower case with dashes, so that ids of version 7 sort by time.</summary>
    public static string Text(Guid runId) => runId.ToString("D");

    public static string CurrentId(string spotifyId, TimeRange timeRange) => $"{spotifyId}:{SyncHistoryJson.Word(timeRange)}";

    public static BsonDocument Of(CurrentTops tops) => new BsonDocument
    {
        { Id, CurrentId(tops.SpotifyId, tops.Lists.TimeRange) },
        { SpotifyId, tops.SpotifyId },
        { UserId, tops.UserId },
        { RunId, Text(tops.RunId) },
        { SyncedAt, tops.SyncedAt.UtcDateTime },
    }.AddRange(Of(tops.Lists));

    public static BsonDocument Of(SyncRun run) => new()
    {
        { Id, Text(run.Id) },
        { UserId, run.UserId },
        { SpotifyId, run.SpotifyId },
        { "status", SyncHistoryJson.Word(run.Status) },
        { "trigger", SyncHistoryJson.Word(run.Trigger) },
        { "started_at", run.StartedAt.UtcDateTime },
        { FinishedAt, run.FinishedAt.UtcDateTime },
        { "parts", new BsonArray(run.Parts.Select(Of)) },
        { HasTops, run.Tops.Count > 0 },
        { "tops", new BsonArray(run.Tops.Select(Of)) },
    };

    public static CurrentTops ReadCurrent(BsonDocument document) => new(
        Number(document, UserId), Text(document, SpotifyId) ?? "", Guid.Parse(Text(document, RunId)!), Time(document, SyncedAt),
        ReadLists(document));

    public static SyncRun ReadRun(BsonDocument document) => new()
    {
        Id = Guid.Parse(document[Id].AsString),
        UserId = Number(document, UserId),
        SpotifyId = Text(document, SpotifyId) ?? "",
        Status = SyncHistoryJson.Value<SyncRunStatus>(document["status"].AsString),
        Trigger = SyncHistoryJson.Value<SyncTrigger>(document["trigger"].AsString),
        StartedAt = Time(document, "started_at"),
        FinishedAt = Time(document, FinishedAt),
        Parts = [.. Documents(document, "parts").Select(ReadPart)],
        Tops = [.. Documents(document, "tops").Select(ReadLists)],
    };

    private static BsonDocument Of(TopLists lists) => new()
    {
        { TimeRange, SyncHistoryJson.Word(lists.TimeRange) },
        { "artists", new BsonArray(lists.Artists.Select(OfArtist)) },
        { "tracks", new BsonArray(lists.Tracks.Select(OfTrack)) },
        { "genres", lists.Genres is { } genres ? new BsonArray(genres.Select(Of)) : BsonNull.Value },
    };

    private static BsonDocument OfArtist(TopItem item) => new()
    {
        { "rank", item.Rank }, { "id", item.SpotifyId }, { "name", item.Name }, { "image_url", Value(item.ImageUrl) },
    };

    private static BsonDocument OfTrack(TopItem item) =>
        OfArtist(item).Add("artists", new BsonArray(item.ArtistNames)).Add("album", Value(item.AlbumName));

    private static BsonDocument Of(TopGenre genre) =>
        new() { { "rank", genre.Rank }, { "name", genre.Name }, { "artists", genre.Artists } };

    private static BsonDocument Of(SyncPartReport part) => new()
    {
        { "part", SyncHistoryJson.Word(part.Part) },
        { "status", SyncHistoryJson.Word(part.Status) },
        { "fetched", part.Fetched },
        { "added", part.Added },
        { "removed", part.Removed },
        { "requests", part.Requests },
        { "message", Value(part.Message) },
    };

    private static SyncPartReport ReadPart(BsonDocument part) => new(
        SyncHistoryJson.Value<SyncPart>(part["part"].AsString), SyncHistoryJson.Value<SyncPartStatus>(part["status"].AsString),
        Number(part, "fetched"), Number(part, "added"), Number(part, "removed"), Number(part, "requests"), Text(part, "message"));

    private static TopLists ReadLists(BsonDocument lists) => new(
        SyncHistoryJson.Value<TimeRange>(lists[TimeRange].AsString),
        [.. Documents(lists, "artists").Select(ReadItem)], [.. Documents(lists, "tracks").Select(ReadItem)],
        lists.GetValue("genres", BsonNull.Value).IsBsonArray ? [.. Documents(lists, "genres").Select(ReadGenre)] : null);

    private static TopItem ReadItem(BsonDocument item) => new()
    {
        Rank = Number(item, "rank"),
        SpotifyId = Text(item, "id") ?? "",
        Name = Text(item, "name") ?? "",
        ImageUrl = Text(item, "image_url"),
        ArtistNames = item.GetValue("artists", BsonNull.Value) is BsonArray names
            ? [.. names.OfType<BsonString>().Select(name => name.Value)]
            : [],
        AlbumName = Text(item, "album"),
    };

    private static TopGenre ReadGenre(BsonDocument genre) =>
        new(Number(genre, "rank"), Text(genre, "name") ?? "", Number(genre, "artists"));

    private static IEnumerable<BsonDocument> Documents(BsonDocument document, string name) =>
        document.GetValue(name, BsonNull.Value) is BsonArray array ? array.OfType<BsonDocument>() : [];

    private static BsonValue Value(string? text) => text is null ? BsonNull.Value : new BsonString(text);

    private static string? Text(BsonDocument document, string name) =>
        document.GetValue(name, BsonNull.Value) is BsonString text ? text.Value : null;

    private static int Number(BsonDocument document, string name) =>
        document.GetValue(name, BsonNull.Value) is { IsNumeric: true } number ? number.ToInt32() : 0;

    private static DateTimeOffset Time(BsonDocument document, string name) =>
        new(document.GetValue(name, BsonNull.Value).ToUniversalTime(), TimeSpan.Zero);
}
