namespace Personalify.Benchmarks.Music;

/// <summary>Where the stores are and where to listen; whoever starts the server says so in its environment.</summary>
internal sealed record MusicSettings(string Address, string Postgres, Uri Redis)
{
    // As many connections as each of the other servers has.
    private const string Pool = ";Minimum Pool Size=10;Maximum Pool Size=10;Max Auto Prepare=20;Auto Prepare Min Usages=1;No Reset On Close=true";

    public static MusicSettings Read() => new($"http://127.0.0.1:{Require("PORT")}", Require("MUSIC_POSTGRES") + Pool, new Uri(Require("MUSIC_REDIS")));

    private static string Require(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The variable {name} is missing. Start this server by `make bench-peers`.");
}
