using System.Text;
using Personalify.Api.Imports.Reading;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>What a row is about: a URI by its own word, whichever field holds it, and the names where no URI tells.</summary>
public sealed class RowKindTests
{
    private const string Id = "4uLU6hMCjMI75M1A2tKUQC";

    [Theory]
    [InlineData("spotify:track:" + Id, "Track", Id)]
    [InlineData("spotify:episode:" + Id, "Episode", Id)]
    [InlineData("spotify:chapter:" + Id, "Chapter", Id)]
    [InlineData("spotify:show:" + Id, "Show", Id)]
    [InlineData("spotify:local:Mara+Quill:Lanterns:Demo:200", "Local", "")]
    [InlineData("spotify:video:" + Id, "Video", "")]
    [InlineData("https://open.spotify.com/track/" + Id, "Track", Id)]
    [InlineData("https://open.spotify.com/track/" + Id + "?si=0123456789abcdef", "Track", Id)]
    [InlineData("https://open.spotify.com/intl-de/episode/" + Id + "#t=5", "Episode", Id)]
    public void A_uri_is_of_the_kind_that_it_says(string uri, string kind, string id) => Assert.Equal((kind, id), Parse(uri));

    [Theory]
    [InlineData("")]
    [InlineData(Id)]
    [InlineData("spotify")]
    [InlineData("spotify:")]
    [InlineData("spotify:track")]
    [InlineData("spotify:track:")]
    [InlineData("spotify:track:a b")]
    [InlineData("spotify:track:" + Id + ":x")]
    [InlineData("spotify:track:../../etc")]
    [InlineData("spotify:track:\u0661\u0662")]
    [InlineData("spotify:track:4uLU6hMCjMI75M1A2tKUQ")]
    [InlineData("spotify:track:4uLU6hMCjMI75M1A2tKUQC0")]
    [InlineData("spotify:track:short")]
    [InlineData("SPOTIFY:TRACK:" + Id)]
    [InlineData("spotify:playlist:" + Id)]
    [InlineData("apple:track:" + Id)]
    [InlineData("https://open.spotify.com/")]
    [InlineData("https://open.spotify.com/intl-de")]
    [InlineData("https://example.org/track/" + Id)]
    public void What_is_no_uri_has_no_kind_and_no_id(string uri) => Assert.Equal(("None", ""), Parse(uri));

    [Theory]
    [InlineData("\"spotify_track_uri\":\"spotify:episode:@\"", "Episode")]
    [InlineData("\"spotify_episode_uri\":\"spotify:episode:@\"", "Episode")]
    [InlineData("\"spotify_episode_uri\":\"spotify:track:@\"", "Track")]
    [InlineData("\"spotify_episode_uri\":\"spotify:chapter:@\"", "Chapter")]
    [InlineData("\"spotify_track_uri\":\"spotify:chapter:@\"", "Chapter")]
    [InlineData("\"audiobook_chapter_uri\":\"spotify:episode:@\"", "Chapter")]
    [InlineData("\"audiobook_chapter_uri\":\"spotify:chapter:@\"", "Chapter")]
    [InlineData("\"audiobook_uri\":\"spotify:show:@\"", "Chapter")]
    [InlineData("\"spotify_track_uri\":\"https:\\/\\/open.spotify.com\\/track\\/@?si=1\"", "Track")]
    [InlineData("\"spotify_track_uri\":\"spotify\\u003atrack:@\"", "Track")]
    public void Whichever_field_holds_a_uri_its_kind_and_id_are_read(string fields, string kind)
    {
        var row = ReadRow.Extended(fields.Replace("@", Id, StringComparison.Ordinal));

        Assert.Equal((kind, kind, Id), (row.Play.Kind.ToString(), row.Names!.Kind.ToString(), row.Names.SpotifyId));
    }

    [Theory]
    [InlineData("spotify:video:" + Id)]
    [InlineData("spotify:local:Mara+Quill::Lanterns:200")]
    [InlineData("spotify:user:someone")]
    [InlineData("no uri")]
    [InlineData("")]
    public void A_track_whose_uri_has_no_id_is_known_by_its_names(string uri)
    {
        var row = ReadRow.Extended(
            $"\"spotify_track_uri\":\"{uri}\",\"master_metadata_track_name\":\"Lanterns\","
            + "\"master_metadata_album_artist_name\":\"Mara Quill\"");

        Assert.Equal(
            (PlayKind.Track, null, "Lanterns", "Mara Quill"), (row.Play.Kind, row.Names!.SpotifyId, row.Names.Name, row.Names.Artist));
    }

    [Theory]
    [InlineData("\"spotify_track_uri\":\"no uri\"")]
    [InlineData("\"spotify_episode_uri\":12,\"audiobook_uri\":\"x\"")]
    [InlineData("\"audiobook_chapter_uri\":\"\",\"episode_name\":null")]
    [InlineData("\"episode_name\":\"\\u0000\"")]
    [InlineData("\"audiobook_title\":\"\\u0007\"")]
    public void A_row_without_id_and_names_is_nameless(string fields) =>
        Assert.Equal(PlayKind.Unknown, ReadRow.Extended(fields).Names!.Kind);

    [StoreFact]
    public async Task An_episode_in_the_field_of_tracks_is_an_episode()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Json(
            "Streaming_History_Video_2024.json",
            new
            {
                ts = "2024-05-01T10:00:00Z", ms_played = 1_500_000, spotify_track_uri = $"spotify:episode:{Id}",
                spotify_episode_uri = $"spotify:episode:{Id}",
                episode_name = "North", episode_show_name = "Maps for Beginners",
            },
            new
            {
                ts = "2024-05-02T10:00:00Z", ms_played = 1_500_000, spotify_track_uri = $"spotify:episode:{Id}",
                master_metadata_track_name = "North", master_metadata_album_artist_name = "Maps for Beginners",
            }));

        Assert.Equal((2, 0, 0), (report.Episodes, report.Plays, report.Dropped.Count));
        Assert.Equal("EPISODE North – Maps for Beginners", await home.ReadAsync<string>(
            "SELECT kind || ' ' || name || ' – ' || show_name FROM other_items"));
        Assert.Equal(0, await home.ReadAsync<int>("SELECT count(*)::int FROM tracks"));
    }

    private static (string Kind, string Id) Parse(string uri)
    {
        var parsed = SpotifyUri.Parse(Encoding.UTF8.GetBytes(uri));
        return (parsed.Kind.ToString(), Encoding.UTF8.GetString(parsed.Id));
    }
}
