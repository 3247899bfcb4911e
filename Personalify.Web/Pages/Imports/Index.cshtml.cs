using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;

namespace Personalify.Web.Pages.Imports;

public sealed class IndexModel(PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 20;

    public ImportsPage? Imports { get; private set; }

    /// <summary>Why an upload was refused, from the upload's redirect.</summary>
    [TempData]
    public string? Refusal { get; set; }

    public PagerModel Pager => new(
        "More imports",
        Imports is { PageInfo: { HasPreviousPage: true, StartCursor: { } start } } ? $"/imports?before={Uri.EscapeDataString(start)}" : null,
        Imports is { PageInfo: { HasNextPage: true, EndCursor: { } end } } ? $"/imports?after={Uri.EscapeDataString(end)}" : null);

    public async Task OnGetAsync(string? after, string? before)
    {
        var variables = before is null
            ? new ImportsVariables(PageSize, after, null, null)
            : new ImportsVariables(null, null, PageSize, before);
        Imports = (await client.SendAsync(ImportsData.Operation, variables, Aborted)).Me?.Imports;
    }
}
