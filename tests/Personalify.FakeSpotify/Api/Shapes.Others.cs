using System.Globalization;
using System.Text.Json.Nodes;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

/// <summary>People, playlists, podcasts, audiobooks and what is playing.</summary>
internal sealed partial class Shapes
{
    public JsonObject Me(FakeListener listener)
    {
        var shape = User(listener.Id, listener.DisplayName);
        shape["account_id"] = listener.AccountId;
        shape["images"] = Images(listener.AccountId);
        if (!hasOldFields) return shape;
        shape["country"] = "NL";
        shape["explicit_content"] = new JsonObject { ["filter_enabled"] = false, ["filter_locked"] = false };
        shape["followers"] = Followers(3);
        shape["product"] = "premium";
        return shape;
    }

    /// <summary>As in a list: the number of entries only, and not even that for what is another's.</summary>
    public JsonObject SimplePlaylist(FakePlaylist playlist, FakeListener listener)
    {
        var shape = PlaylistBase(playlist);
        var path = $"{Pages.Root(request)}playlists/{playlist.Id}";
        JsonObject Contents(string name) => new() { ["href"] = $"{path}/{name}", ["total"] = playlist.Entries.Count };
        if (hasOldFields) shape["tracks"] = Contents("tracks");
        if (hasOldFields || Reads(playlist, listener)) shape["items"] = Contents("items");
        return shape;
    }

    public JsonObject Playlist(FakePlaylist playlist, FakeListener listener)
    {
        var shape = PlaylistBase(playlist);
        shape["followers"] = Followers(0);
        if (!Reads(playlist, listener)) return shape;
        JsonObject Contents(string name) =>
            Pages.Embedded(request, $"playlists/{playlist.Id}/{name}", playlist.Entries.ToList(), Entry, 50);
        if (hasOldFields) shape["tracks"] = Contents("tracks");
        shape["items"] = Contents("items");
        return shape;
    }

    public JsonObject Entry(FakeEntry entry)
    {
        var shape = new JsonObject
        {
            ["added_at"] = entry.AddedAt is { } at ? Time(at) : null,
            ["added_by"] = entry.AddedAt is null ? null : AddedBy(entry.AddedBy),
            ["is_local"] = entry.Item is FakeTrack { IsLocal: true },
            ["primary_color"] = null,
            ["video_thumbnail"] = new JsonObject { ["url"] = null },
            ["item"] = Playable(entry.Item),
        };
        if (hasOldFields) shape["track"] = Playable(entry.Item);
        return shape;
    }

    public static bool Reads(FakePlaylist playlist, FakeListener listener) => playlist.IsCollaborative || playlist.Owner == listener.Id;

    public JsonObject SimpleShow(FakeShow show)
    {
        var shape = Item("show", show.Id, show.Name);
        Describe(shape, "An invented podcast.", show.Id);
        shape["copyrights"] = new JsonArray();
        shape["media_type"] = "audio";
        shape["total_episodes"] = show.Episodes.Count;
        if (!hasOldFields) return shape;
        shape["publisher"] = show.Publisher;
        shape["available_markets"] = Markets();
        return shape;
    }

    public JsonObject Show(FakeShow show)
    {
        var shape = SimpleShow(show);
        shape["episodes"] = Pages.Embedded(request, $"shows/{show.Id}/episodes", show.Episodes, SimpleEpisode, 50);
        return shape;
    }

    public JsonObject SimpleEpisode(FakeEpisode episode)
    {
        var shape = Item("episode", episode.Id, episode.Name);
        Describe(shape, "An invented episode.", episode.Id!);
        shape["audio_preview_url"] = null;
        shape["duration_ms"] = episode.DurationMs;
        shape["is_playable"] = true;
        shape["language"] = "en";
        shape["release_date"] = episode.ReleaseDate;
        shape["release_date_precision"] = "day";
        shape["resume_point"] = new JsonObject { ["fully_played"] = false, ["resume_position_ms"] = 90_000 };
        return shape;
    }

    public JsonObject Episode(FakeEpisode episode)
    {
        var shape = SimpleEpisode(episode);
        shape["show"] = SimpleShow(episode.Show);
        return shape;
    }

    public JsonObject Audiobook(FakeAudiobook book)
    {
        var shape = Item("audiobook", book.Id, book.Name);
        Describe(shape, "An invented audiobook.", book.Id);
        shape.Remove("is_externally_hosted");
        shape["authors"] = new JsonArray(new JsonObject { ["name"] = book.Author });
        shape["narrators"] = new JsonArray(new JsonObject { ["name"] = book.Narrator });
        shape["copyrights"] = new JsonArray();
        shape["edition"] = "Unabridged";
        shape["media_type"] = "audio";
        shape["total_chapters"] = book.Chapters;
        return shape;
    }

    public JsonObject Play(FakePlay play) => new()
    {
        ["track"] = Track(play.Track),
        ["played_at"] = play.PlayedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["context"] = play.From is { } album ? Context(album) : null,
    };

    public JsonObject Playing(FakePlayable item, DateTimeOffset now) => new()
    {
        ["timestamp"] = now.ToUnixTimeMilliseconds(),
        ["context"] = item is FakeTrack { Album: { } album } ? Context(album) : null,
        ["progress_ms"] = Math.Min(30_000, item.DurationMs),
        ["item"] = Playable(item),
        ["currently_playing_type"] = item is FakeTrack ? "track" : "episode",
        ["actions"] = new JsonObject { ["disallows"] = new JsonObject { ["resuming"] = true } },
        ["is_playing"] = true,
    };

    public static JsonObject Device(bool isPrivate) => new()
    {
        ["id"] = FakeId.Of("device", 0), ["is_active"] = true, ["is_private_session"] = isPrivate, ["is_restricted"] = false,
        ["name"] = "An invented speaker",
        ["supports_volume"] = true, ["type"] = "Speaker", ["volume_percent"] = 40,
    };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private JsonObject PlaylistBase(FakePlaylist playlist)
    {
        var shape = Item("playlist", playlist.Id, playlist.Name);
        shape["collaborative"] = playlist.IsCollaborative;
        shape["description"] = "Invented";
        shape["images"] = playlist.Entries.Count == 0
            ? null
            : new JsonArray(new JsonObject { ["url"] = $"{_host}/image/{Pictures.NameOf(playlist.Id, 640)}", ["height"] = null, ["width"] = null });
        shape["owner"] = User(playlist.Owner, playlist.Owner + " (invented)");
        shape["primary_color"] = null;
        shape["public"] = playlist.IsPublic;
        shape["snapshot_id"] = playlist.SnapshotId;
        return shape;
    }

    private void Describe(JsonObject shape, string description, string id)
    {
        shape["description"] = description;
        shape["html_description"] = $"<p>{description}</p>";
        shape["explicit"] = false;
        shape["images"] = Images(id);
        shape["is_externally_hosted"] = false;
        shape["languages"] = Texts(["en"]);
    }

    private JsonObject Context(FakeAlbum album)
    {
        var shape = Item("album", album.Id, album.Name);
        shape.Remove("id");
        shape.Remove("name");
        return shape;
    }

    private JsonObject AddedBy(string id)
    {
        var shape = User(id, "");
        shape.Remove("display_name");
        return shape;
    }

    private JsonObject User(string id, string displayName)
    {
        var shape = Item("user", id, displayName);
        shape.Remove("name");
        shape["display_name"] = displayName;
        return shape;
    }
}
