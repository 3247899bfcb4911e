using Personalify.Testing;

namespace Personalify.Web.Tests.Browser;

/// <summary>A test in a real browser before the real Api. What is missing is told and skips the test; in CI it fails instead.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browsers.ReasonToSkip;
}

/// <summary>The same for a test with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browsers.ReasonToSkip;
}

internal static class Browsers
{
    public const string Variable = "CHROMIUM";
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Program { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Places.FirstOrDefault(File.Exists);

    public static string? ReasonToSkip { get; } = ContinuousIntegration.IsRunning ? null
        : Program is null ? $"There is no Chromium at {string.Join(", ", Places)}: install it (`make browser`) or name it in {Variable}."
        : new StoreFactAttribute().Skip;
}
