namespace Personalify.Testing;

/// <summary>Whether this run decides about a change: then nothing is skipped and nothing approves itself.</summary>
public static class ContinuousIntegration
{
    public static bool IsRunning { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";
}
