using System.ComponentModel;

namespace Personalify.Domain.Listening;

/// <summary>
/// The kind of device behind a play, as far as the export tells; the byte stored in the rollup, 0 where it tells nothing.
/// </summary>
[Description("The kind of device behind a play, as far as the export tells.")]
public enum Platform : byte
{
    /// <summary>A phone or tablet with Android.</summary>
    Android = 1,

    /// <summary>An iPhone or iPad.</summary>
    Ios = 2,

    /// <summary>Windows, macOS or Linux.</summary>
    Desktop = 3,

    /// <summary>The player in a browser.</summary>
    Web = 4,

    /// <summary>A speaker, or what casts to one.</summary>
    Speaker = 5,

    /// <summary>A television, a box beside it or a game console.</summary>
    Tv = 6,

    /// <summary>A car, or a phone that a car shows.</summary>
    Car = 7,

    /// <summary>The export names something else.</summary>
    Other = 8,
}
