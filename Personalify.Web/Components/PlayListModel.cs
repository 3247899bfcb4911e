using Personalify.Web.Pages.History;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>Single plays, each with its time, its names and how it went.</summary>
/// <param name="Plays">In the order in which they are shown.</param>
/// <param name="Viewer">In whose zone the times are written.</param>
/// <param name="Query">What the links to places keep.</param>
/// <param name="WithDay">Whether each says its day, because no heading does.</param>
public sealed record PlayListModel(IEnumerable<Play> Plays, Viewer Viewer, StatisticsQuery Query, bool WithDay);
