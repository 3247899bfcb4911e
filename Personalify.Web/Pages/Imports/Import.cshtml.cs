using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Imports;

/// <summary>One import: its progress while it runs, its report afterwards, and what can still be done with it.</summary>
public sealed class ImportModel(PersonalifyClient client, Visit visit) : PersonalifyPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Import? Import { get; private set; }

    [TempData]
    public string? Refusal { get; set; }

    public ImportView View => new(Import!, Viewer, TableSort.Read(Request.Query, ReportColumns.Keys));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>The changing part alone, for the script that looks again.</summary>
    public async Task<IActionResult> OnGetStatusAsync() => await LoadAsync() ? Partial("_Import", View) : NotFound();

    public async Task<IActionResult> OnPostStartAsync(bool preview)
    {
        var variables = new StartImportVariables(new StartImportInput(Id, preview));
        return Answer((await client.SendAsync(StartImportData.Operation, variables, Aborted)).StartImport.Errors);
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        var variables = new UndoImportVariables(new UndoImportInput(Id));
        return Answer((await client.SendAsync(UndoImportData.Operation, variables, Aborted)).UndoImport.Errors);
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        var variables = new CancelImportVariables(new CancelImportInput(Id));
        var payload = (await client.SendAsync(CancelImportData.Operation, variables, Aborted)).CancelImport;
        // A cancelled import is gone, and the page of all imports shows what is left.
        return payload.CancelledId is null ? Answer(payload.Errors) : RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync()
    {
        Import = (await visit.AskAsync(ImportData.Operation, new ImportVariables(Id))).Me?.Import;
        return Import is not null;
    }

    private RedirectToPageResult Answer(IReadOnlyList<MutationError>? errors)
    {
        Refusal = errors is [var error, ..] ? error.Message : null;
        return RedirectToPage(new { Id });
    }
}

public sealed record ImportView(Import Import, Viewer Viewer, TableSort Sort)
{
    public ProgressModel Progress => Import.Progress is { } progress
        ? new(Formatting.Names.Of(progress.Phase), progress.Percent, $"{Formatting.Format.Count(progress.RowsRead, "row", "rows")} read")
        : new(Import.Status == ImportStatus.Queued ? "Waiting for its turn" : "At work", null);
}
