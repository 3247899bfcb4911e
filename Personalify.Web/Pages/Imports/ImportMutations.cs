using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Imports;

public sealed record StartImportVariables(StartImportInput Input);

public sealed record StartImportInput(string ImportId, bool Preview);

public sealed record StartImportData(ImportPayload StartImport)
{
    public static readonly GraphQLOperation<StartImportVariables, StartImportData> Operation = new("Imports/StartImport");
}

public sealed record UndoImportVariables(UndoImportInput Input);

public sealed record UndoImportInput(string ImportId);

public sealed record UndoImportData(ImportPayload UndoImport)
{
    public static readonly GraphQLOperation<UndoImportVariables, UndoImportData> Operation = new("Imports/UndoImport");
}

public sealed record ImportPayload(Identity? Import, IReadOnlyList<MutationError>? Errors);

public sealed record CancelImportVariables(CancelImportInput Input);

public sealed record CancelImportInput(string ImportId);

public sealed record CancelImportData(CancelImportPayload CancelImport)
{
    public static readonly GraphQLOperation<CancelImportVariables, CancelImportData> Operation = new("Imports/CancelImport");
}

public sealed record CancelImportPayload(string? CancelledId, IReadOnlyList<MutationError>? Errors);
