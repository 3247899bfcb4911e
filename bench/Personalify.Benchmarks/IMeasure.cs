namespace Personalify.Benchmarks;

/// <summary>One thing worth measuring: <c>make bench-NAME</c>. What it needs it starts itself, and it leaves nothing.</summary>
internal interface IMeasure
{
    string Name { get; }

    /// <summary>In a sentence: what is compared with what.</summary>
    string Description { get; }

    /// <summary>Measures. Lines written meanwhile show how far it is.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken);
}

/// <summary>
/// A measured value, best as a ratio within one run: absolute values belong to a machine and a day. With a limit it passes or fails.
/// </summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit; "×" for a ratio.</param>
/// <param name="AtMost">The most it may be, where something was promised.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? AtMost = null)
{
    /// <summary>The least it may be, where something was promised.</summary>
    public double? AtLeast { get; init; }

    public bool IsKept => !(Value > AtMost) && !(Value < AtLeast);
}
