using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Pages.History;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>The place of an artist, an album or a track: what it meant to the listener in a period, and ever.</summary>
public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public PlaceKind Kind { get; private set; }

    public string Path { get; private set; } = "";

    public ShownPeriod? Shown { get; private set; }

    public PlaceItem? Item { get; private set; }

    public IReadOnlyList<Play> LastPlays { get; private set; } = [];

    public PeriodPickerModel Picker => new(Query, Path, Shown!, Viewer.User.Coverage!);

    public PickerModel Order => new("Order of the lists",
    [
        new("Time", (Query with { By = TopOrder.Time }).Link(Path), Query.By == TopOrder.Time),
        new("Plays", (Query with { By = TopOrder.Plays }).Link(Path), Query.By == TopOrder.Plays),
    ], IsSmall: true);

    public IReadOnlyList<SeriesPoint> Series => Shown!.IsOneDay
        ? ListeningSeries.Hourly(Shown.Period.From, Item!.Now.ByWeekdayHour)
        : SeriesOf(Shown.Period, Item!.Now.ByDay, Item.Now.ByMonth);

    /// <summary>Null for a single day, whose hours are not compared.</summary>
    public IReadOnlyList<SeriesPoint>? SeriesBefore =>
        Shown is { IsOneDay: false, Before: { } period } && Item!.Before is { } before
            ? SeriesOf(period, before.ByDay, before.ByMonth) : null;

    public string SeriesUnit => Shown!.IsOneDay ? "Hour" : Shown.IsDaily ? "Day" : "Month";

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

    public DateOnly DayOf(PlacePlay play) => DateOnly.FromDateTime(Viewer.InZone(play.EndedAt).DateTime);

    private IReadOnlyList<SeriesPoint> SeriesOf(Period period, IReadOnlyList<DayListening> days, IReadOnlyList<MonthListening> months) =>
        Shown!.IsDaily ? ListeningSeries.Daily(period, days) : ListeningSeries.Monthly(period, months);

    private PlaceVariables? Variables(string id)
    {
        Shown = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today) : null;
        if (Shown is not { } shown) return null;
        var filter = new PlayFilter(
            Kind == PlaceKind.Track ? id : null, Kind == PlaceKind.Artist ? id : null, Kind == PlaceKind.Album ? id : null);
        return new PlaceVariables(
            id, Kind == PlaceKind.Artist, Kind == PlaceKind.Album, Kind == PlaceKind.Track, shown.Period.ToInput(),
            (shown.Before ?? shown.Period).ToInput(), shown.Before is not null, Query.Play, Query.By, filter);
    }
}
