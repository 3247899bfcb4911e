using Microsoft.Extensions.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Models;
using Personalify.Api.Sync;
using Personalify.Api.Sync.Plays;
using Personalify.Api.Tests.Imports;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Invented;

namespace Personalify.Api.Tests.Sync.Plays;

/// <summary>Two listeners with imports, who are connected with a fake Spotify: Ada as "ada", Bob as "bram".</summary>
internal sealed class PolledHome : IAsyncDisposable
{
    private PolledHome(ImportHome home, FakeSpotifyServer spotify) => (Home, Spotify) = (home, spotify);

    public ImportHome Home { get; }

    public FakeSpotifyServer Spotify { get; }

    public static async Task<PolledHome> CreateAsync()
    {
        var spotify = await FakeSpotifyServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Spotify:ClientId"] = spotify.Options.ClientId,
            ["Spotify:AccountsUrl"] = spotify.Url.ToString(),
            ["Spotify:ApiUrl"] = spotify.ApiUrl.ToString(),
            ["Spotify:RetryDelay"] = "00:00:00.005",
        };
        var home = new PolledHome(await ImportHome.CreateAsync(Register, settings), spotify);
        foreach (var listener in spotify.World.Listeners.Values) listener.Plays = [];
        await home.ConnectAsync(ImportHome.Ada, "ada");
        await home.ConnectAsync(ImportHome.Bob, "bram");
        return home;
    }

    public static string NameOf(int userId) => userId == ImportHome.Ada ? "ada" : "bram";

    public Task ConnectAsync(int userId, string listener) => Home.Get<SpotifyConnectionStore>().SaveAsync(
        ConnectionOf(userId, listener),
        new TokenResponse(Spotify.AccessToken(listener), "refresh", isRotated: false)
        {
            CreatedAt = DateTimeOffset.UtcNow, ExpiresIn = TimeSpan.FromHours(1), Scope = [Scopes.UserReadRecentlyPlayed],
        },
        CancellationToken.None);

    /// <summary>What Spotify tells of a listener from now on.</summary>
    public void Tell(int userId, params IEnumerable<FakePlay> plays) => Spotify.Listener(NameOf(userId)).Plays = [.. plays];

    public async Task<SyncPartResult> PollAsync(int userId = ImportHome.Ada)
    {
        var connected = await Home.Get<SpotifyConnections>().FindAsync(userId, CancellationToken.None);
        var part = Home.Get<IEnumerable<ISyncPart>>().Single(part => part.Part == SyncPart.RecentPlays);
        return await part.RunAsync(
            new SyncContext(Guid.CreateVersion7(), connected!.Connection, connected.Client, _ => { }), CancellationToken.None);
    }

    public async Task<SyncPartResult> PollAsync(int userId, params FakePlay[] plays)
    {
        Tell(userId, plays);
        return await PollAsync(userId);
    }

    public async Task WipeAsync(int userId = ImportHome.Ada)
    {
        foreach (var data in Home.Get<IEnumerable<ISpotifyData>>())
            await data.WipeAsync(ConnectionOf(userId, NameOf(userId)), CancellationToken.None);
    }

    /// <summary>A play of a track that exists for it alone.</summary>
    public static FakePlay Play(string playedAt, string track = "Lanterns", int ms = 200_000, string? id = "")
    {
        var artist = new FakeArtist(GivenRow.IdOf("artist"), "Mara Quill", [], 0);
        var album = new FakeAlbum(GivenRow.IdOf("album"), "Paper Lanterns", "album", artist, "2020", "year", "");
        var spotifyId = id is "" ? GivenRow.IdOf(track) : id;
        return new FakePlay(
            new FakeTrack(spotifyId, track, ms, [artist], album, 1, null, 0),
            DateTimeOffset.Parse(playedAt, System.Globalization.CultureInfo.InvariantCulture), album);
    }

    /// <summary>What Spotify would answer, without asking it.</summary>
    public static PolledAnswer AnswerOf(DateTimeOffset askedAt, IEnumerable<FakePlay> plays) => PolledAnswer.Read(
        new CursorPaging<PlayHistoryItem>
        {
            Items = [.. plays.OrderByDescending(play => play.PlayedAt).Take(50).Select(play => new PlayHistoryItem
            {
                PlayedAt = play.PlayedAt,
                Track = new FullTrack
                {
                    Id = play.Track.Id, Name = play.Track.Name, DurationMs = play.Track.DurationMs, Type = "track",
                    Artists = [new SimpleArtist { Id = play.Track.Artists[0].Id, Name = play.Track.Artists[0].Name }],
                    Album = new SimpleAlbum { Id = play.Track.Album!.Id, Name = play.Track.Album.Name },
                },
            })],
        },
        askedAt);

    /// <summary>What counts, in a few words.</summary>
    public Task<string> CountedAsync(int userId = ImportHome.Ada) => Home.ReadAsync<string>(
        $"""
        SELECT coalesce(string_agg(concat_ws(' ', play.source, track.name, to_char(play.ended_at AT TIME ZONE 'UTC', 'HH24:MI:SS')), ', '
            ORDER BY play.ended_at, play.source), '')
        FROM plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id
        WHERE play.user_id = {userId} AND NOT is_superseded
        """);

    public async ValueTask DisposeAsync()
    {
        await Home.DisposeAsync();
        await Spotify.DisposeAsync();
    }

    public static SpotifyConnection ConnectionOf(int userId, string listener) => new()
    {
        UserId = userId, AccountId = "account-" + listener, SpotifyId = "fake-" + listener, ClientId = FakeSpotifyOptions.DefaultClientId,
        Scopes = [Scopes.UserReadRecentlyPlayed], Status = ConnectionStatus.Active, AuthorizedAt = DateTimeOffset.UtcNow,
        ConnectedAt = DateTimeOffset.UtcNow,
    };

    private static void Register(IServiceCollection services)
    {
        services.AddSpotify().AddSync(new ConfigurationBuilder().Build()).AddSpotifyConnections();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
}
