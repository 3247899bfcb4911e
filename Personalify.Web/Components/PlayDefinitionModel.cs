using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>The switch between the definitions of a play.</summary>
public sealed record PlayDefinitionModel(StatisticsQuery Query, string Path)
{
    /// <summary>What else the address of the page says and its links have to keep.</summary>
    public IReadOnlyList<(string Key, string Value)> Subject { get; init; } = [];

    public string Link(PlayDefinition play) => (Query with { Play = play }).Link(Path, [.. Subject]);
}
