using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Components;

/// <summary>What the imports brought that is no music.</summary>
public sealed record SpokenWordData(ViewerUser? Viewer, SpokenWordUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<NoVariables, SpokenWordData> Operation = new("Shared/SpokenWord");

    /// <summary>Of the newest import that brought any: an earlier one may have brought the same.</summary>
    public SpokenWordReport? Newest => Me?.Imports.Nodes?
        .Where(import => import is { IsPreview: false, Status: ImportStatus.Completed })
        .Select(import => import.Report).FirstOrDefault(report => report is { Episodes: > 0 } or { Chapters: > 0 });
}

public sealed record SpokenWordUser(SpokenWordImports Imports);

public sealed record SpokenWordImports(IReadOnlyList<SpokenWordImport>? Nodes);

public sealed record SpokenWordImport(bool IsPreview, ImportStatus Status, SpokenWordReport? Report);

public sealed record SpokenWordReport(int Episodes, int Chapters);
