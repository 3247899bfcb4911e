namespace Personalify.DevStack;

/// <summary>Starts everything for a person and runs until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var options = StackOptions.FromEnvironment();
        using var folder = StackFolder.Take(options);
        var report = new StepReport(Console.Out);
        await using (var stack = new Stack(options, folder, report))
        {
            await StartAsync(stack, options, folder, report, cancellation);
            await WaitAsync(stack, report, cancellation);
        }

        await report.LineAsync("stopped", $"the data stays in {options.DataFolder}");
        return 0;
    }

    private static async Task StartAsync(Stack stack, StackOptions options, StackFolder folder, StepReport report, CancellationToken cancellation)
    {
        var stores = await stack.StartStoresAsync(cancellation);
        var spotify = await stack.StartDemoSpotifyAsync(cancellation);
        var nothing = new Dictionary<string, string?>();
        var forApi = stack.ApiEnvironment(stores).Concat(spotify?.ApiEnvironment ?? nothing).ToDictionary();
        var forWeb = stack.WebEnvironment().Concat(spotify?.WebEnvironment ?? nothing).ToDictionary();
        var api = PublishedApp.Options("Api", "Personalify.Api", options.Api, "health/live", folder.Log("api"), forApi);
        var web = PublishedApp.Options("Web", "Personalify.Web", options.Web, "", folder.Log("web"), forWeb);
        await stack.StartAppsAsync(api, web, cancellation);
        await report.TableAsync(Addresses(options, stores, spotify));
    }

    // Being told to stop is how a run ends well.
    private static async Task WaitAsync(Stack stack, StepReport report, CancellationToken cancellation)
    {
        try
        {
            await stack.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await report.LineAsync("stopping", "applications, then stores");
        }
    }

    private static IEnumerable<(string Name, string Value)> Addresses(
        StackOptions options, StackStores stores, DemoSpotify? spotify) =>
    [
        ("Web", $"{options.Web}"),
        ("Api", $"{options.Api}"),
        ("GraphQL", $"{options.GraphQL} (Banana Cake Pop in a browser)"),
        ("PostgreSQL main", $"127.0.0.1:{stores.Main.Port}"),
        ("PostgreSQL stats", $"127.0.0.1:{stores.Stats.Port}"),
        ("Redis", stores.Redis is { } redis ? $"127.0.0.1:{redis.Port}" : "none: cached in the Api's own process"),
        ("MongoDB", MongoOf(stores)),
        (DemoSpotify.Name, spotify is null
            ? "none: Spotify__ClientId names an app at Spotify itself"
            : $"{spotify.Address} (invented listeners and music; set Spotify__ClientId for Spotify itself)"),
        ("Data and logs", options.DataFolder),
        ("Stop", "Ctrl-C"),
    ];

    // A connection string may hold a password, so the table does not repeat it.
    private static string MongoOf(StackStores stores) => StackOptions.GivenMongo is not null ? $"the one of {StackOptions.MongoVariable}"
        : stores.Mongo is { } mongo ? $"127.0.0.1:{mongo.Port}"
        : "none: PostgreSQL main keeps the sync history";
}
