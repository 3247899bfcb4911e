using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>One synchronization: what became of its parts, and the lists that it fetched.</summary>
public sealed class RunModel(Visit visit) : PersonalifyPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Null while the store of the history is away.</summary>
    public SyncRun? Run { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        try
        {
            Run = (await visit.AskAsync(SyncRunData.Operation, new SyncRunVariables(Id))).Me?.SyncRun;
            return Run is null ? NotFound() : Page();
        }
        catch (ApiException failure) when (SyncWords.IsAway(failure))
        {
            return Page();
        }
    }
}
