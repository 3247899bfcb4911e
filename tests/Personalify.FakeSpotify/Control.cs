using Personalify.FakeSpotify.Faults;

namespace Personalify.FakeSpotify;

/// <summary>
/// For tests that run the fake as a program: <c>POST /fake/faults?path=…&amp;times=…</c> with a fault as JSON, and what was asked so far.
/// </summary>
internal static class Control
{
    public static void MapControl(this WebApplication app)
    {
        var group = app.MapGroup("/fake");
        group.MapPost("/faults", (FakeWorld world, string path, int? times, Fault fault) => world.Faults.Next(path, fault, times ?? 1));
        group.MapDelete("/faults", (FakeWorld world) => world.Faults.Clear());
        group.MapGet("/requests", (FakeWorld world) => world.Requests.Counts());
        group.MapDelete("/requests", (FakeWorld world) => world.Requests.Clear());
        group.MapGet("/listeners", (FakeWorld world) => world.Listeners.Values.Select(
            listener => new { listener.Name, listener.DisplayName, listener.IsAllowed }));
    }
}
