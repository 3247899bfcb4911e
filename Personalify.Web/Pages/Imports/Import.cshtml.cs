using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
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

    /// <summary>The report's table as a file, in the order of the page.</summary>
    public async Task<IActionResult> OnGetCsvAsync() =>
        await LoadAsync() && Import!.Report is { } report ? ImportCsv.Of(ReportColumns.Sort(report.Files, View.Sort)) : NotFound();

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
        Refusal = errors is [var error, ..] ? ApiSentences.Translate(error.Message) : null;
        return RedirectToPage(new { Id });
    }
}

public sealed record ImportView(Import Import, Viewer Viewer, TableSort Sort)
{
    private static readonly Texts Text = Texts.Of(typeof(ImportView));

    public ProgressModel Progress => Import.Progress is { } progress
        ? new(Names.Of(progress.Phase), progress.Percent, Text["{0} read", Format.Count(progress.RowsRead, "row", "rows")])
        : new(Import.Status == ImportStatus.Queued ? Names.Of(ImportPhase.Waiting) : Text["At work"], null);
}
