using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Imports;

public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 20;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    public ImportsPage? Imports { get; private set; }

    /// <summary>Why an upload was refused, from the upload's redirect.</summary>
    [TempData]
    public string? Refusal { get; set; }

    public PagerModel Pager => PagerModel.Of(Text["More imports"], "/imports", Imports?.PageInfo);

    /// <summary>All imports as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        await visit.ConfirmAsync();
        return ImportCsv.Of(client, Viewer, Aborted);
    }

    public async Task OnGetAsync(string? after, string? before) =>
        Imports = (await visit.AskAsync(ImportsData.Operation, PageVariables.Of(PageSize, after, before))).Me?.Imports;
}
