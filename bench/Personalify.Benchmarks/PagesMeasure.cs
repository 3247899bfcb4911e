using System.Text.Json;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// Lighthouse's four scores of the pages that one looks at most, of the published Web before the published Api with its demo listener, on a phone
/// and on a desktop as Lighthouse simulates them: medians of three runs. <c>PAGES_RUNS</c> changes the number, <c>PAGES_ONLY=top,imports</c> the
/// pages, <c>CHROMIUM</c> the browser. Nothing else should run on the machine.
/// </summary>
internal sealed class PagesMeasure : IMeasure
{
    private const double Goal = 95;
    private static readonly string[] Forms = ["phone", "desktop"];
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan DemoLimit = TimeSpan.FromMinutes(3);

    public string Name => "pages";

    public string Description => "Lighthouse's scores of pages, from 0 to 100 (medians)";

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("PAGES_RUNS"), out var runs) && runs > 0 ? runs : 3;

    private static string Browser => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given
        : Browsers.FirstOrDefault(File.Exists)
            ?? throw new DevStackException($"There is no Chromium at {string.Join(", ", Browsers)}: install it, or name it in CHROMIUM.");

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        await using var api = await ApiUnderTest.StartAsync(cancellationToken, hasDemo: true);
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        await using var web = await AppProcess.StartAsync(WebOptions(api, folder), cancellationToken);
        using var visitor = new DemoVisitor(web.Address);
        var artist = await visitor.EnterAsync(DemoLimit, cancellationToken);
        var only = Environment.GetEnvironmentVariable("PAGES_ONLY")?.Split(',') ?? [];
        List<Figure> figures = [];
        foreach (var page in Pages(artist).Where(page => only.Length == 0 || only.Contains(page.Name)))
            foreach (var form in Forms)
                figures.AddRange(await MeasureAsync(page, form, new Uri(web.Address, page.Path), visitor, folder, progress, cancellationToken));
        return figures;
    }

    private static Page[] Pages(string artist) =>
    [
        new("overview", "/"), new("top", "/top/tracks"), new("history", "/history"), new("artist", artist), new("imports", "/imports"),
        new("sign-in", "/sign-in") { IsForAll = true },
    ];

    private static AppOptions WebOptions(ApiUnderTest api, string folder) => PublishedApp.Options(
        "Web", "Personalify.Web", new Uri($"http://127.0.0.1:{FreePort.Next()}"), "/health/live", Path.Combine(folder, "web.log"),
        new Dictionary<string, string?>
        {
            ["Api__Url"] = new Uri(api.Process.Address, "graphql").ToString(),
            ["DataProtection__KeysPath"] = Path.Combine(folder, "keys"),
            ["Covers__Path"] = Path.Combine(folder, "covers"),
        });

    private static async Task<IEnumerable<Figure>> MeasureAsync(
        Page page, string form, Uri address, DemoVisitor visitor, string folder, TextWriter progress, CancellationToken cancellationToken)
    {
        List<Audit> audits = [];
        for (var run = 0; run < Runs; run++)
            audits.Add(await AuditAsync(address, form, page.IsForAll ? "" : visitor.Cookie, folder, cancellationToken));
        var scores = audits[0].Scores.Keys.ToDictionary(name => name, name => Median(audits.Select(audit => audit.Scores[name])));
        await progress.WriteLineAsync(
            $"{page.Name}, {form}: {string.Join(", ", scores.Select(score => $"{score.Key} {score.Value}"))}  (load {Load()})");
        foreach (var fault in audits[^1].Faults) await progress.WriteLineAsync($"  {fault}");
        return scores.Select(score => new Figure($"{page.Name}, {form}: {score.Key}", score.Value, "") { AtLeast = Goal });
    }

    private static async Task<Audit> AuditAsync(Uri address, string form, string cookie, string folder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var log = Path.Combine(folder, $"lighthouse-{Guid.NewGuid():N}.log");
        await ServerProcess.RunAsync(new ServerCommand("Lighthouse", "node", ["audit.mjs", Browser, form, address.ToString(), cookie], log)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "bench", "lighthouse"),
        });
        var answer = (await File.ReadAllLinesAsync(log, cancellationToken)).Last(line => line.StartsWith('{'));
        return JsonSerializer.Deserialize<Audit>(answer, JsonSerializerOptions.Web)!;
    }

    private static int Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>How busy the machine was, where it tells: scores of a busy one are too low.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private sealed record Page(string Name, string Path)
    {
        /// <summary>It is looked at without a session.</summary>
        public bool IsForAll { get; init; }
    }

    private sealed record Audit(Dictionary<string, int> Scores, IReadOnlyList<string> Faults);
}
