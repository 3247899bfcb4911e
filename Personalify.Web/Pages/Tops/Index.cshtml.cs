using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Tops;

/// <summary>Spotify's own top lists by time range, now and at earlier synchronizations.</summary>
public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private static readonly Texts Text = Texts.Of(typeof(IndexModel));
    private const int AtFirst = 20;
    private const string HistoryAwayCode = "HISTORY_AWAY";
    private const string Further = "further";
    private const string SpotifyCode = "SPOTIFY";

    private static readonly string[] AllKinds = ["artists", "tracks", "genres"];
    private static readonly (string Word, TimeRange Range)[] AllRanges =
        [("weeks", TimeRange.ShortTerm), ("months", TimeRange.MediumTerm), ("year", TimeRange.LongTerm)];

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "artists";

    [BindProperty(SupportsGet = true, Name = "range")]
    public string Span { get; set; } = "months";

    /// <summary>An earlier synchronization, where one is looked at.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Run { get; set; }

    /// <summary>Whether a list is shown to its end.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool IsWhole { get; set; }

    [TempData]
    public string? Refusal { get; set; }

    public SpotifyTops? Tops { get; private set; }

    public SyncStatus? Sync { get; private set; }

    /// <summary>Why there are no lists, where a store or Spotify does not answer.</summary>
    public ProblemModel? Problem { get; private set; }

    public bool CanSynchronize => Viewer.User.Spotify is { Status: SpotifyConnectionStatus.Active } && Sync is null;

    public IReadOnlyList<SpotifyTopEntry> Entries => (Kind == "artists" ? Tops?.Artists : Tops?.Tracks) ?? [];

    /// <summary>How many entries the list of this page has.</summary>
    public int Count => Kind == "genres" ? Tops?.Genres?.Count ?? 0 : Entries.Count;

    /// <summary>Leads to the entry after the last one that is shown; null where all are.</summary>
    public string? WholeHref => !IsWhole && Count > AtFirst ? $"{Link(Kind, Span, Run, isWhole: true)}#{Further}" : null;

    /// <summary>The mark of that entry.</summary>
    public string? MarkOf(int place) => IsWhole && place == AtFirst ? Further : null;

    public IReadOnlyList<T> Shown<T>(IReadOnlyList<T> list) => IsWhole ? list : [.. list.Take(AtFirst)];

    public PickerModel Kinds => new(
        Text["What is ranked"], [.. AllKinds.Select(kind => new PickerOption(NameOf(kind), Link(kind, Span, Run), kind == Kind))]);

    public PickerModel Ranges => new(
        Text["Time range"], [.. AllRanges.Select(range =>
            new PickerOption(NameOf(range.Range), Link(Kind, range.Word, null), range.Word == Span))]);

    /// <summary>From the oldest to the newest, as the slider goes.</summary>
    public IReadOnlyList<TopsMoment> Moments => [.. (Tops?.Moments ?? []).Reverse()];

    public int Place => Moments.ToList().FindIndex(moment => moment.Run == Tops?.Run);

    public string LinkTo(TopsMoment moment) => Link(Kind, Span, moment == Moments[^1] ? null : moment.Run);

    public string? LinkTo(int place) => place >= 0 && place < Moments.Count && Place >= 0 ? LinkTo(Moments[place]) : null;

    public string? HrefOf(SpotifyTopEntry entry) => entry.Own is not { } own ? null
        : Kind == "artists" ? PlaceLink.OfArtist(own.Id) : PlaceLink.OfTrack(own.Id);

    public async Task<IActionResult> OnGetAsync()
    {
        var range = AllRanges.FirstOrDefault(each => each.Word == Span);
        if (!AllKinds.Contains(Kind) || range.Word is null) return NotFound();
        var variables = new SpotifyTopsVariables(range.Range, Run, Kind == "artists", Kind == "tracks");
        try
        {
            var me = (await visit.AskAsync(SpotifyTopsData.Operation, variables)).Me;
            (Tops, Sync) = (me?.Tops, me?.CurrentSync);
            return Run is not null && Tops is null ? NotFound() : Page();
        }
        catch (ApiException failure) when (ProblemOf(failure) is { } problem)
        {
            Problem = problem;
            return Page();
        }
    }

    /// <summary>The changing part alone, for the script that looks again.</summary>
    public async Task<IActionResult> OnGetStatusAsync()
    {
        Sync = (await visit.AskAsync(TopsStatusData.Operation, NoVariables.Instance)).Me?.CurrentSync;
        return Partial("_Sync", this);
    }

    public async Task<IActionResult> OnPostSyncAsync()
    {
        var payload = (await client.SendAsync(SyncNowData.Operation, new(new(Parts: null)), Aborted)).SyncNow;
        Refusal = payload.Errors is [var error, ..] ? ApiSentences.Translate(error.Message) : null;
        return LocalRedirect(Link(AllKinds.Contains(Kind) ? Kind : AllKinds[0], AllRanges.Any(range =>
            range.Word == Span) ? Span : "months", null, isWhole: false));
    }

    private ProblemModel? ProblemOf(ApiException failure) => failure.Code switch
    {
        HistoryAwayCode => new(
            Text["The sync history does not answer"],
                Text["The lists of earlier synchronizations are in a store that is away at the moment. Nothing of it is lost."],
            Text["The newest lists are here as usual."], Link(Kind, Span, null)) { RetryText = Text["To the newest lists"] },
        SpotifyCode => new(
            Text["Spotify gives no lists at the moment"], ApiSentences.Translate(failure.Sentence ?? ""),
                Text["Everything else works as usual."],
            Link(Kind, Span, Run)),
        _ => null,
    };

    private string Link(string kind, string span, string? run) => Link(kind, span, run, IsWhole);

    private static string Link(string kind, string span, string? run, bool isWhole) =>
        $"/tops/{kind}?range={span}{(run is null ? "" : $"&run={Uri.EscapeDataString(run)}")}{(isWhole ? "&all=true" : "")}";

    private static string NameOf(string kind) => kind switch
    {
        "artists" => Text["Artists"],
        "tracks" => Text["Tracks"],
        _ => Text["Genres"],
    };

    private static string NameOf(TimeRange range) => range switch
    {
        TimeRange.ShortTerm => Text["4 weeks"],
        TimeRange.MediumTerm => Text["6 months"],
        _ => Text["1 year"],
    };
}
