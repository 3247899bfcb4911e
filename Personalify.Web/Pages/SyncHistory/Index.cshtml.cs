using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.SyncHistory;

public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private const int PageSize = 20;
    private const string Path = "/sync-history";
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    /// <summary>Null while the store of the history is away.</summary>
    public SyncHistoryUser? History { get; private set; }

    public IReadOnlyList<SyncRunChoice> Choices => History?.Comparable?.Nodes ?? [];

    public PagerModel Pager => PagerModel.Of(Text["More synchronizations"], Path, History?.SyncHistory?.PageInfo);

    public async Task OnGetAsync(string? after, string? before)
    {
        try
        {
            History = (await visit.AskAsync(SyncHistoryData.Operation, PageVariables.Of(PageSize, after, before))).Me;
        }
        catch (ApiException failure) when (SyncWords.IsAway(failure))
        {
            History = null;
        }
    }
}
