namespace Personalify.Api.Imports.Demo;

/// <summary>Settings below <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>Whether a server without any user makes a demo listener.</summary>
    public bool Enabled { get; set; } = true;

    public int Plays { get; set; } = 60_000;

    public int Seed { get; set; } = 1;
}
