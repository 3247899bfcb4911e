using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Imports;

public sealed record ImportsData(ViewerUser? Viewer, ImportsUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<PageVariables, ImportsData> Operation = new("Imports/Index");
}

public sealed record ImportsUser(ImportsPage Imports);

public sealed record ImportsPage(IReadOnlyList<ImportSummary>? Nodes, PageInfo PageInfo);

public sealed record ImportSummary(
    string Id, ImportStatus Status, bool IsPreview, IReadOnlyList<ImportFile> Files, DateTimeOffset CreatedAt,
    string? Error, ReportSummary? Report);

public sealed record ReportSummary(int Added, int Plays, int Episodes, int Chapters, DateTimeOffset? FirstPlay, DateTimeOffset? LastPlay);
