using System.Globalization;
using Personalify.DevStack;

namespace Personalify.Benchmarks.Peers;

/// <summary>A server that takes part: its name and how it is started.</summary>
internal sealed record Contender(string Name, string Program, params string[] Arguments)
{
    public const string OursName = "personalify";
    private const string Music = "Personalify.Benchmarks.Music";

    public static Contender ByHand { get; } = new("by hand", "dotnet", MusicProgram, "by-hand");

    public static Contender Ours { get; } = new(OursName, "dotnet", MusicProgram, "graphql");

    public static IReadOnlyList<Contender> Others { get; } =
        [.. new[] { "mercurius", "yoga", "apollo", "graphql-http" }.Select(name => new Contender(name, "node", Path.Combine(Repository.Root, "bench", "peers", $"{name}.js")))];

    private static string MusicProgram => Path.Combine(Repository.Root, "artifacts", "bin", Music, "release", $"{Music}.dll");

    public async Task<RunningContender> StartAsync(MusicStores stores, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        var isOurs = Program == "dotnet";
        var address = new Uri($"http://127.0.0.1:{port}/");
        var process = await AppProcess.StartAsync(
            new AppOptions(Name, Program, Arguments, address, "graphql?query=%7B__typename%7D", Path.Combine(stores.Folder, $"{Name}.log"))
            {
                WorkingDirectory = stores.Folder,
                Environment = new Dictionary<string, string?>
                {
                    ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                    ["NODE_ENV"] = "production",
                    ["MUSIC_REDIS"] = stores.RedisAddress.ToString(),
                    ["MUSIC_POSTGRES"] = isOurs ? stores.Postgres : stores.PostgresAddress.ToString(),
                },
            },
            cancellationToken);
        return new RunningContender(Name, process);
    }
}

/// <summary>A server that answers.</summary>
internal sealed class RunningContender(string name, AppProcess process) : IAsyncDisposable
{
    public string Name => name;

    public Uri GraphQL => new(process.Address, "graphql");

    public Uri At(string path) => new(process.Address, path);

    /// <summary>Memory of the process that lies in the machine's.</summary>
    public double Megabytes
    {
        get
        {
            using var found = System.Diagnostics.Process.GetProcessById(process.Process.Id);
            return found.WorkingSet64 / (1024d * 1024);
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
