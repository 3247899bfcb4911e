using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

/// <summary>Which moods the titles tell that were heard in a period, and where a listener says it better.</summary>
public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    public const string Path = "/moods";

    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    private static readonly Dictionary<string, Func<IndexModel, IActionResult>> CsvLists = new()
    {
        ["hours"] = page => MoodCsv.Hours(page.Hours),
        ["months"] = page => MoodCsv.Months(page.Months),
    };

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public ShownPeriod? Shown { get; private set; }

    public MoodsData? Data { get; private set; }

    public PeriodPickerModel Picker => new(Query, Path, Shown!, Viewer.User.Coverage!);

    public PickerModel Weight => new(Text["What weighs"],
    [
        new(Text["By time"], (Query with { By = TopOrder.Time }).Link(Path), Query.By == TopOrder.Time),
        new(Text["By plays"], (Query with { By = TopOrder.Plays }).Link(Path), Query.By == TopOrder.Plays),
    ]);

    /// <summary>All plays of the period; null where there are none.</summary>
    public MoodGroup? Total => Data?.Me?.Moods?.Groups is [var all, ..] ? all : null;

    public IReadOnlyList<MoodGroup> Hours => Data?.Me?.Hours?.Groups ?? [];

    public IReadOnlyList<MoodGroup> Months => Data?.Me?.Months?.Groups ?? [];

    /// <summary>Demo data is everybody's, so nothing of it is corrected.</summary>
    public bool MayCorrect => !Viewer.User.IsDemo;

    /// <summary>The page as it is, where corrections are made.</summary>
    public string Back => Query.Link(Path) + "#typical";

    public async Task OnGetAsync()
    {
        Query = StatisticsQuery.Read(Request.Query);
        ViewData["Statistics"] = Query;
        Data = await visit.AskAsync(MoodsData.Operation, Variables);
    }

    /// <summary>One of the page's tables as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync()
    {
        await OnGetAsync();
        var list = AddressText.OneOf(Request.Query, CsvLink.ListKey, CsvLists, CsvLists["months"]);
        return Data?.Me is null ? NotFound() : list(this);
    }

    public async Task<IActionResult> OnPostCorrectAsync(string? track, Mood? mood, Mood? before, bool isUndo, string? back)
    {
        if (mood is not { } said) return BadRequest();
        var input = new CorrectMoodInput(track ?? "", said);
        var payload = (await client.SendAsync(CorrectMoodData.Operation, new CorrectMoodVariables(input), Aborted)).CorrectMood;
        return Answer(payload, back, name => said == Mood.Neutral
            ? Text["“{0}” counts as no mood from now on.", name]
            : Text["“{0}” counts as {1} from now on.", name, MoodNames.Of(said)], isUndo ? null : track, before);
    }

    public async Task<IActionResult> OnPostForgetAsync(string? track, Mood? before, bool isUndo, string? back)
    {
        var input = new ForgetCorrectionInput(track ?? "");
        var payload = (await client.SendAsync(ForgetCorrectionData.Operation, new ForgetCorrectionVariables(input),
            Aborted)).ForgetCorrection;
        return Answer(
            payload, back, name => Text["For “{0}” the model’s word holds again.", name],
            isUndo || before is null ? null : track, before);
    }

    /// <summary>Leads back to where the form stood, with what was done and, where it can be undone, the way to undo it.</summary>
    private LocalRedirectResult Answer(MoodCorrectionPayload payload, string? back, Func<string, string> done, string? track, Mood? before)
    {
        var notice = payload switch
        {
            { Errors: [var error, ..] } => new MoodNotice(ApiSentences.Translate(error.Message), IsProblem: true, "", ""),
            _ => new MoodNotice(done(payload.Track?.Name ?? ""), IsProblem: false, track ?? "", $"{before}"),
        };
        TempData[MoodNotice.Key] = notice.ToEntry();
        return LocalRedirect(Url.IsLocalUrl(back) ? back : Path);
    }

    private MoodsVariables? Variables()
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        return Shown is null ? null : new MoodsVariables(Shown.Period.ToInput(), Query.Play);
    }
}
