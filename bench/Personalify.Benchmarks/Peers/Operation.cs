using System.Text.Json;

namespace Personalify.Benchmarks.Peers;

/// <summary>A query that every server answers, and the endpoints by hand that do the same work.</summary>
/// <param name="Name">What it costs mainly.</param>
/// <param name="Query">The document.</param>
/// <param name="Bound">The path of the endpoint by hand that the servers are measured against.</param>
/// <param name="Goal">The least share of the bound that ours has to reach.</param>
internal sealed record Operation(string Name, string Query, string Bound, double Goal)
{
    private const string Users = "query Dashboard($userId: Int!, $range: TimeRange!)";
    private const string Lists =
        "displayName topTracks(range: $range, limit: 20) { name popularity album { name } artists { name } } topArtists(range: $range, limit: 10) { name genres }";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("trivial", "{ __typename }", "/constant", 0.95),
        new("memory", "query Tracks { tracks(first: 100) { id name popularity album { name } artists { id name } } }", "/tracks", 0.8)
        {
            OtherBounds = ["/constant-tracks"],
        },
        new(
            "snapshot",
            Users + " { user: snapshot(userId: $userId, range: $range) { displayName topTracks { name popularity album { name } artists { name } } topArtists { name genres } } }",
            "/snapshot",
            0.8) { HasVariables = true, OtherBounds = ["/redis-response"] },
        new("redis", $"{Users} {{ user: cachedUser(id: $userId) {{ {Lists} }} }}", "/redis", 0.8) { HasVariables = true },
        new("postgres", $"{Users} {{ user(id: $userId) {{ {Lists} }} }}", "/postgres", 0.8) { HasVariables = true, OtherBounds = ["/postgres-statements"] },
    ];

    /// <summary>Further endpoints by hand, for comparison.</summary>
    public IReadOnlyList<string> OtherBounds { get; init; } = [];

    public bool HasVariables { get; init; }

    /// <summary>Every request body: for each listener and time range, where that matters.</summary>
    public IEnumerable<string> Bodies() =>
        from range in HasVariables ? MusicSeed.TimeRanges : [""]
        from user in Enumerable.Range(1, HasVariables ? MusicSeed.Users : 1)
        select JsonSerializer.Serialize(new { query = Query, variables = HasVariables ? new { userId = user, range } : null });
}
