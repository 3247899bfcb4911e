using System.Runtime.CompilerServices;

namespace Personalify.DevStack.Tests;

/// <summary>A small web application in Node, in place of Api and Web where only starting and stopping matters.</summary>
internal static class FakeApp
{
    public static AppOptions Options(string name, string logFile, params string[] behaviour)
    {
        var port = FreePort.Next();
        return new AppOptions(name, "node", [Script(), $"{port}", .. behaviour], new Uri($"http://127.0.0.1:{port}/"), "ready", logFile);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "fake-app.mjs");
}
