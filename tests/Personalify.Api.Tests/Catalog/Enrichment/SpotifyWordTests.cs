using System.Text.Json;
using Personalify.Api.Catalog;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog.Enrichment;

/// <summary>Spotify's word in the schema: beside the listener's own, on the listener's own entries only.</summary>
public sealed class SpotifyWordTests
{
    private const string TrackFields =
        "name imageUrl spotify { spotifyId name coverUrl durationMs isrc releaseDate releaseDatePrecision popularity url fetchedAt } "
        + "album { imageUrl spotify { name coverUrl releaseDate totalTracks url } } artist { imageUrl spotify { name imageUrl genres popularity url } }";

    [StoreFact]
    public async Task A_track_its_album_and_its_artist_have_it()
    {
        await using var home = await EnrichmentHome.StartAsync();
        var track = home.Catalogue.Albums[6].Tracks[0];
        await home.HearAsync(EnrichmentHome.Ada, track, plays: 2);
        var before = await TrackAsync(home.Client);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("spotify").ValueKind);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("imageUrl").ValueKind);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();

        var after = await TrackAsync(home.Client);
        var said = after.GetProperty("spotify");
        Assert.Equal(
            (track.Name, track.DurationMs, track.Isrc, track.Album!.ReleaseDate, "https://open.spotify.com/track/" + track.Id),
            (Text(said, "name"), said.GetProperty("durationMs").GetInt32(), Text(said, "isrc"), Text(said, "releaseDate"), Text(said,
                "url")));
        Assert.StartsWith($"{home.Spotify.Url}image/", Text(after, "imageUrl"), StringComparison.Ordinal);
        var album = after.GetProperty("album");
        Assert.Equal(track.Album.Tracks.Count, album.GetProperty("spotify").GetProperty("totalTracks").GetInt32());
        Assert.Equal(Text(after, "imageUrl"), Text(album, "imageUrl"));
        var artist = after.GetProperty("artist");
        Assert.Equal(track.Artists[0].Name, Text(artist.GetProperty("spotify"), "name"));
        Assert.Equal(Text(artist.GetProperty("spotify"), "imageUrl"), Text(artist, "imageUrl"));
    }

    [StoreFact]
    public async Task It_is_only_on_entries_of_ones_own()
    {
        await using var home = await EnrichmentHome.StartAsync();
        await home.HearAsync(EnrichmentHome.Ada, home.Catalogue.Albums[6].Tracks[0], plays: 2);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        using var stranger = home.Application.Connect();
        using var bram = home.Application.Connect((await stranger.SignInAsync("bram")).Token());
        Assert.Equal(JsonValueKind.Null, (await TrackAsync(bram)).ValueKind);
    }

    [StoreFact]
    public async Task Budgets_are_shown_to_whom_the_client_id_belongs()
    {
        await using var home = await EnrichmentHome.StartAsync(("Spotify:Budgets:Daily:CatalogueTracks", "77"));
        await home.HearAsync(EnrichmentHome.Ada, home.Catalogue.Albums[3].Tracks[0], plays: 2);
        await home.ConnectAsync(EnrichmentHome.Ada);
        await home.RunAsync();
        const string Query = "{ me { spotifyBudgets { group usedToday limit blockedUntil } } }";
        var tracks = (await home.Client.QueryAsync(Query)).GetProperty("me").GetProperty("spotifyBudgets").EnumerateArray()
            .Single(budget => Text(budget, "group") == "CATALOGUE_TRACKS");
        Assert.Equal((1, 77), (tracks.GetProperty("usedToday").GetInt32(), tracks.GetProperty("limit").GetInt32()));

        using var stranger = home.Application.Connect();
        using var bram = home.Application.Connect((await stranger.SignInAsync("bram")).Token());
        Assert.Equal(JsonValueKind.Null, (await bram.QueryAsync(Query)).GetProperty("me").GetProperty("spotifyBudgets").ValueKind);
        await home.ConnectAsync(EnrichmentHome.Bram, clientId: "brought00by00bram");
        var own = (await bram.QueryAsync(Query)).GetProperty("me").GetProperty("spotifyBudgets");
        Assert.Equal(Enum.GetValues<QuotaGroup>().Length, own.GetArrayLength());
        Assert.All(own.EnumerateArray(), budget => Assert.Equal(0, budget.GetProperty("usedToday").GetInt32()));
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static async Task<JsonElement> TrackAsync(ApiClient client) =>
        (await client.QueryAsync($"{{ track(id: \"{GlobalId.Of("Track", EnrichmentHome.Ada, 1)}\") {{ {TrackFields} }} }}")).GetProperty("track");
}
