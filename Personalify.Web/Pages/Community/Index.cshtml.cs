using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Community;

/// <summary>What the listeners of this server who joined have heard together.</summary>
public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    public const string Path = "/community";
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));
    private static readonly Dictionary<string, TopOrder> Orders = new() { ["time"] = TopOrder.Time, ["plays"] = TopOrder.Plays };

    /// <summary>Node B does not answer, not in time, or not as it was found last.</summary>
    private static readonly string[] AwayCodes = ["NODE_B_AWAY", "NODE_B_TOO_SLOW", "REMOTE_TABLE_REFUSED"];

    public TopOrder By { get; private set; }

    /// <summary>Null while node B is away.</summary>
    public CommunityView? Community { get; private set; }

    public PickerModel Order => new(Text["Order"],
    [
        new(Text["By time"], Path, By == TopOrder.Time), new(Text["By plays"], $"{Path}?by=plays", By == TopOrder.Plays),
    ]);

    /// <summary>Where the own plays stand, if not where one expects them.</summary>
    public string? OwnNote => (Viewer.User.IsInCommunity, Community!.IsCounted) switch
    {
        (false, false) => Text["Your plays are not in these figures, because you have not joined."],
        (true, false) => Text["You have joined, and your plays are not in these figures yet."],
        (false, true) => Text["You have left, and your plays are still in these figures. They go with the next ones."],
        _ => null,
    };

    public async Task OnGetAsync()
    {
        By = AddressText.OneOf(Request.Query, "by", Orders, TopOrder.Time);
        try
        {
            Community = (await visit.AskAsync(CommunityData.Operation, new CommunityVariables(By))).Community;
        }
        catch (ApiException failure) when (AwayCodes.Contains(failure.Code))
        {
            Community = null;
        }
    }
}
