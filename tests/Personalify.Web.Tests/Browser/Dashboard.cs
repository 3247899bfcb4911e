using Microsoft.Playwright;
using Personalify.DevStack;
using Personalify.Testing;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>The real Api and Web as processes on stores of their own, and a browser to look at them. One for each test class.</summary>
public class Dashboard : IAsyncLifetime
{
    // For machines that do much else at the same time; nothing waits longer than it has to.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"personalify-web-{Guid.NewGuid():N}");
    private readonly Stack<IAsyncDisposable> _running = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Web { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    public Uri Api { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    /// <summary>Whether the Api makes its demo listener, which takes a while.</summary>
    protected virtual bool HasDemo => false;

    /// <summary>As what the Web runs.</summary>
    protected virtual string Environment => "Development";

    /// <summary>Further settings of the Api.</summary>
    protected virtual IReadOnlyDictionary<string, string> ApiSettings => new Dictionary<string, string>();

    public virtual async Task InitializeAsync()
    {
        if (Browsers.ReasonToSkip is not null) return;
        Directory.CreateDirectory(_folder);
        var graphQL = await StartApiAsync();
        Keep(await StartAsync("Personalify.Web", Web, "", new()
        {
            ["Api__Url"] = graphQL.ToString(),
            ["ASPNETCORE_ENVIRONMENT"] = Environment,
        }));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browsers.Program, Args = BrowserArguments });
    }

    public async Task<BrowserWindow> OpenAsync(
        Screen? screen = null, bool hasScripts = true, IEnumerable<Cookie>? cookies = null, string language = "en")
    {
        var (width, height, scheme) = screen ?? Screen.Desktop;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Web.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            HasTouch = width <= Screen.Phone.Width,
            JavaScriptEnabled = hasScripts,
            Locale = language,
            TimezoneId = "Europe/Lisbon",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        if (cookies is not null) await context.AddCookiesAsync(cookies);
        return new BrowserWindow(context, await context.NewPageAsync());
    }

    public virtual async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        while (_running.TryPop(out var running)) await running.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private static string[] BrowserArguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Starts what the pages ask, and says where it answers.</summary>
    protected virtual async Task<Uri> StartApiAsync()
    {
        var database = Keep(await TestDatabase.CreateAsync());
        var redis = Keep(await TestRedis.CreateAsync());
        Keep(await StartAsync("Personalify.Api", Api, "health/live", new(ApiSettings!)
        {
            ["ConnectionStrings__Main"] = database.ConnectionString,
            ["ConnectionStrings__Redis"] = redis.ConnectionString,
            ["Imports__DataPath"] = Path.Combine(_folder, "files"),
            ["Demo__Enabled"] = HasDemo ? "true" : "false",
        }));
        return new Uri(Api, "graphql");
    }

    /// <summary>The build beside this one: the same configuration, the project's own folder.</summary>
    protected virtual string ProgramOf(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return RepositoryFiles.Path("artifacts", "bin", project, configuration, $"{project}.dll");
    }

    /// <summary>Ended with the dashboard, the latest first.</summary>
    protected T Keep<T>(T running)
        where T : IAsyncDisposable
    {
        _running.Push(running);
        return running;
    }

    private Task<AppProcess> StartAsync(string project, Uri address, string readyPath, Dictionary<string, string?> environment)
    {
        return AppProcess.StartAsync(new AppOptions(project, "dotnet", [ProgramOf(project)], address, readyPath, Path.Combine(_folder, $"{project}.log"))
        {
            Environment = environment,
            WorkingDirectory = _folder,
        });
    }
}
