using System.Globalization;
using System.Text.Json.Nodes;
using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

/// <summary>Who listens, what most, what last and what now.</summary>
internal static class ListenerEndpoints
{
    public static void MapListener(this RouteGroupBuilder api)
    {
        api.MapGet("/me", (HttpRequest request, FakeWorld world) => Answers.Json(Shapes.Of(request, world).Me(request.Listener())));
        api.MapGet("/me/top/artists", (HttpRequest request, FakeWorld world) => Answers.Json(Pages.ByOffset(
            request, request.Listener().TopArtists(Range(request), world.Now), Shapes.Of(request, world).Artist))).Needs("user-top-read");
        api.MapGet("/me/top/tracks", (HttpRequest request, FakeWorld world) => Answers.Json(Pages.ByOffset(
            request, request.Listener().TopTracks(Range(request), world.Now), Shapes.Of(request, world).Track))).Needs("user-top-read");
        api.MapGet("/me/player/recently-played", RecentlyPlayed).Needs("user-read-recently-played");
        api.MapGet("/me/player/currently-playing", (HttpRequest request, FakeWorld world) => Playing(request, world, withDevice: false))
            .Needs("user-read-currently-playing");
        api.MapGet("/me/player", (HttpRequest request, FakeWorld world) => Playing(request, world, withDevice: true))
            .Needs("user-read-playback-state");
    }

    private static string Range(HttpRequest request) => request.Query["time_range"].ToString() switch
    {
        "" => "medium_term",
        "short_term" or "medium_term" or "long_term" => request.Query["time_range"].ToString(),
        _ => throw SpotifyError.BadRequest("Invalid time range"),
    };

    private static IResult RecentlyPlayed(HttpRequest request, FakeWorld world)
    {
        var (after, before) = (Cursor(request, "after"), Cursor(request, "before"));
        if (after is not null && before is not null) throw SpotifyError.BadRequest("Only one of after and before may be given");
        var limit = Pages.Number(request, "limit", 20, 1, 50);
        var plays = request.Listener().RecentPlays(world.Now)
            .Where(play => (after is null || Milliseconds(play) > after) && (before is null || Milliseconds(play) < before))
            .Take(limit).ToList();
        var path = $"{Pages.Root(request)}me/player/recently-played";
        var (newest, oldest) = plays.Count == 0 ? (0, 0) : (Milliseconds(plays[0]), Milliseconds(plays[^1]));
        return Answers.Json(new JsonObject
        {
            ["items"] = new JsonArray([.. plays.Select(Shapes.Of(request, world).Play)]),
            ["next"] = plays.Count == 0 ? null : $"{path}?{(after is null ? $"before={oldest}" : $"after={newest}")}&limit={limit}",
            ["cursors"] = plays.Count == 0 ? null : new JsonObject { ["after"] = Text(newest), ["before"] = Text(oldest) },
            ["limit"] = limit,
            ["href"] = $"{path}{request.QueryString}",
        });
    }

    private static IResult Playing(HttpRequest request, FakeWorld world, bool withDevice)
    {
        var listener = request.Listener();
        if (!listener.IsPlaying) return Results.NoContent();
        var item = listener.Playing ?? listener.TrackAt(world.Now);
        var shape = Shapes.Of(request, world).Playing(item, world.Now);
        // Who does not ask for episodes is told that something plays, and not what.
        var types = request.Query["additional_types"].ToString();
        if (item is FakeEpisode && !types.Contains("episode", StringComparison.Ordinal)) shape["item"] = null;
        if (!withDevice) return Answers.Json(shape);
        shape["device"] = Shapes.Device(listener.IsPrivateSession);
        shape["repeat_state"] = "off";
        shape["shuffle_state"] = false;
        shape["smart_shuffle"] = false;
        return Answers.Json(shape);
    }

    private static long? Cursor(HttpRequest request, string name)
    {
        if (request.Query[name] is not [{ } text]) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SpotifyError.BadRequest($"Invalid {name}");
    }

    private static long Milliseconds(FakePlay play) => play.PlayedAt.ToUnixTimeMilliseconds();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
