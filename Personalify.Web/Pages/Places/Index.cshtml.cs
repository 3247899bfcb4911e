using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Pages.History;
using Personalify.Web.Pages.Top;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>The place of an artist, an album or a track: what it meant to the listener in a period, and ever.</summary>
public sealed class IndexModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    /// <summary>Where the lists stand on the page: a new order leads there and not to the top.</summary>
    private const string ListsPlace = "#lists";

    private static readonly Texts Text = Texts.Of(typeof(IndexModel));

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public PlaceKind Kind { get; private set; }

    public string Path { get; private set; } = "";

    public ShownPeriod? Shown { get; private set; }

    public PlaceItem? Item { get; private set; }

    public IReadOnlyList<Play> LastPlays { get; private set; } = [];

    public PeriodPickerModel Picker => new(Query, Path, Shown!, Viewer.User.Coverage!);

    public PickerModel Order => new(Text["Order of the lists"],
    [
        new(Text["By time"], (Query with { By = TopOrder.Time }).Link(Path) + ListsPlace, Query.By == TopOrder.Time),
        new(Text["By plays"], (Query with { By = TopOrder.Plays }).Link(Path) + ListsPlace, Query.By == TopOrder.Plays),
    ], IsSmall: true);

    /// <summary>The page as it is, where the mood of the title stands.</summary>
    public string MoodPlace => Query.Link(Path) + "#mood";

    public string KindName => Kind switch
    {
        PlaceKind.Artist => Text["Artist"],
        PlaceKind.Album => Text["Album"],
        _ => Text["Track"],
    };

    public IReadOnlyList<SeriesPoint> Series => Shown!.IsOneDay
        ? ListeningSeries.Hourly(Shown.Period.From, Item!.Now.ByWeekdayHour)
        : SeriesOf(Shown.Period, Item!.Now.ByDay, Item.Now.ByMonth);

    /// <summary>Null for a single day, whose hours are not compared.</summary>
    public IReadOnlyList<SeriesPoint>? SeriesBefore =>
        Shown is { IsOneDay: false, Before: { } period } && Item!.Before is { } before
            ? SeriesOf(period, before.ByDay, before.ByMonth) : null;

    private static readonly Dictionary<string, Func<IndexModel, IActionResult>> CsvLists = new()
    {
        ["series"] = place => ListeningCsv.Series(place.Series),
        ["hours"] = place => ListeningCsv.Hours(place.Item!.Now.ByWeekdayHour),
        ["tracks"] = place => place.TopCsvOf(isOfAlbums: false),
        ["albums"] = place => place.TopCsvOf(isOfAlbums: true),
    };

    /// <summary>One of the page's tables as a file; its lists whole.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string kind, string? id)
    {
        var list = AddressText.OneOf(Request.Query, CsvLink.ListKey, CsvLists, CsvLists["series"]);
        return await OnGetAsync(kind, id) is NotFoundResult missing ? missing : list(this);
    }

    public async Task<IActionResult> OnGetAsync(string kind, string? id)
    {
        if (PlaceKinds.Of(kind) is not { } known || id is null) return NotFound();
        (Kind, Path, Query) = (known, $"/{kind}/{Uri.EscapeDataString(id)}", StatisticsQuery.Read(Request.Query));
        ViewData["Statistics"] = Query;
        if (await visit.AskAsync(PlaceData.Operation, () => Variables(id)) is not { } data) return NotFound();
        (Item, LastPlays) = (PlaceItem.Of(data), data.Me?.Plays?.Nodes ?? []);
        return Item is null ? NotFound() : Page();
    }

    /// <summary>All plays of this place, those of the period or of all times.</summary>
    public string PlaysOf(Period period, PlayDefinition play) => Kind switch
    {
        PlaceKind.Artist => PlaysLink.OfArtist(Item!.Id, period, play),
        PlaceKind.Album => PlaysLink.OfAlbum(Item!.Id, period, play),
        _ => PlaysLink.OfTrack(Item!.Id, period, play),
    };

    public Func<Weekday, int, string> PlaysOfHours =>
        PlaysLink.OfHours(Shown!.Period, Query.Play, (Kind.ToString().ToLowerInvariant(), Item!.Id));

    public DateOnly DayOf(PlacePlay play) => DateOnly.FromDateTime(Viewer.InZone(play.EndedAt).DateTime);

    private IReadOnlyList<SeriesPoint> SeriesOf(Period period, IReadOnlyList<DayListening> days, IReadOnlyList<MonthListening> months) =>
        Shown!.IsDaily ? ListeningSeries.Daily(period, days) : ListeningSeries.Monthly(period, months);

    private CsvTable<TopRow> TopCsvOf(bool isOfAlbums) => TopCsv.Of(client, new(
        Shown!.Period.ToInput(), Query.Play, FilterOf(Item!.Id), Query.By, !isOfAlbums, Artists: false, isOfAlbums), Aborted);

    private PlayFilter FilterOf(string id) =>
        new(Kind == PlaceKind.Track ? id : null, Kind == PlaceKind.Artist ? id : null, Kind == PlaceKind.Album ? id : null);

    private PlaceVariables? Variables(string id)
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        if (Shown is not { } shown) return null;
        return new PlaceVariables(
            id, Kind == PlaceKind.Artist, Kind == PlaceKind.Album, Kind == PlaceKind.Track, shown.Period.ToInput(),
            (shown.Before ?? shown.Period).ToInput(), shown.Before is not null, Query.Play, Query.By, FilterOf(id));
    }
}
