using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>What changed between two synchronizations. Without a choice, the newest one and the one before it.</summary>
public sealed class CompareModel(Visit visit) : PersonalifyPage
{
    private const string Path = "/sync-history/compare";
    private const string NotFoundCode = "SYNC_RUN_NOT_FOUND";
    private const string WithoutTopsCode = "SYNC_RUN_WITHOUT_TOPS";
    private static readonly Texts Text = Texts.Of(typeof(CompareModel));

    public SyncComparison? Comparison { get; private set; }

    public SyncChoiceModel? Choice { get; private set; }

    /// <summary>Why nothing is compared.</summary>
    public ProblemModel? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(string? from, string? to) => AnswerAsync(from, to, Page);

    /// <summary>The comparison as a file.</summary>
    public Task<IActionResult> OnGetCsvAsync(string? from, string? to) =>
        AnswerAsync(from, to, () => Comparison is { } compared ? SyncCompareCsv.Of(compared) : NotFound());

    private async Task<IActionResult> AnswerAsync(string? from, string? to, Func<IActionResult> answer)
    {
        try
        {
            if (from is null || to is null) return await ChooseAsync(to);
            await CompareAsync(from, to);
            return answer();
        }
        catch (ApiException failure) when (failure.Code == NotFoundCode)
        {
            return NotFound();
        }
        catch (ApiException failure) when (failure.Code == WithoutTopsCode || SyncWords.IsAway(failure))
        {
            Problem = SyncWords.IsAway(failure) ? SyncWords.Away($"{Request.Path}{Request.QueryString}") : NothingToCompare;
            return Page();
        }
    }

    private static ProblemModel NothingToCompare => new(
        Text["These two cannot be compared"], Text["One of them fetched no top lists, or they have no time range in common."],
        RetryHref: "/sync-history") { RetryText = Text["Choose two others"] };

    private async Task CompareAsync(string from, string to)
    {
        var user = (await visit.AskAsync(SyncCompareData.Operation, new SyncCompareVariables(from, to))).Me;
        Comparison = user?.Compare;
        if (Comparison is not null) Choice = SyncChoiceModel.Of(user?.Comparable?.Nodes ?? [], Comparison, Viewer);
    }

    /// <summary>The chosen one, or the newest, is compared with the one before it.</summary>
    private async Task<IActionResult> ChooseAsync(string? to)
    {
        var runs = (await visit.AskAsync(SyncChoicesData.Operation, NoVariables.Instance)).Me?.Comparable?.Nodes ?? [];
        var later = runs.FirstOrDefault(run => to is null || run.Id == to);
        var earlier = runs.FirstOrDefault(run => later is not null && run.StartedAt < later.StartedAt);
        return later is null || earlier is null
            ? RedirectToPage("Index")
            : Redirect($"{Path}{QueryString.Create("from", earlier.Id).Add("to", later.Id)}");
    }
}
