using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;

namespace Personalify.Web.Pages.Imports;

public sealed class IndexModel(PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 20;
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    public ImportsPage? Imports { get; private set; }

    /// <summary>Why an upload was refused, from the upload's redirect.</summary>
    [TempData]
    public string? Refusal { get; set; }

    public PagerModel Pager => PagerModel.Of(Text["More imports"], "/imports", Imports?.PageInfo);

    /// <summary>All imports as a file.</summary>
    public IActionResult OnGetCsv() => ImportCsv.Of(client, Viewer, Aborted);

    public async Task OnGetAsync(string? after, string? before) =>
        Imports = (await client.SendAsync(ImportsData.Operation, PageVariables.Of(PageSize, after, before), Aborted)).Me?.Imports;
}
