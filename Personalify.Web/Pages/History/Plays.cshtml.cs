using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>Single plays: of a day, of any period, of one track, artist or album.</summary>
public sealed class PlaysModel(Visit visit) : PersonalifyPage
{
    private const int PageSize = 50;
    private const string Path = "/history/plays";
    private static readonly string[] Subjects = ["track", "artist", "album"];

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public Period? Period { get; private set; }

    public PlayOrder Order { get; private set; }

    public PlaysData? Data { get; private set; }

    public bool IsOneDay => Period is { Days: 1 };

    /// <summary>The plays under the days they belong to; one nameless group where the order is not that of time.</summary>
    public IEnumerable<IGrouping<DateOnly?, Play>> Days => (Data!.Me!.Plays.Nodes ?? []).GroupBy(
        play => Order == PlayOrder.LongestFirst ? (DateOnly?)null : DateOnly.FromDateTime(Viewer.InZone(play.EndedAt).DateTime));

    public PickerModel Orders => new("Order",
        [.. PlayOrders.All.Select(order => new PickerOption(order.Name, Link(Query, ("order", order.Key)), order.Order == Order))], IsSmall: true);

    public PagerModel Pager
    {
        get
        {
            var page = Data!.Me!.Plays.PageInfo;
            return new(
                "More plays",
                page.HasPreviousPage ? Link(Query, ("order", PlayOrders.KeyOf(Order)), ("before", page.StartCursor!)) : null,
                page.HasNextPage ? Link(Query, ("order", PlayOrders.KeyOf(Order)), ("after", page.EndCursor!)) : null);
        }
    }

    public string Title => Data switch
    {
        { Track: { } track } => track.Name,
        { Artist: { } artist } => artist.Name,
        { Album: { } album } => album.Name,
        _ => IsOneDay ? Format.LongDay(Period!.From) : Period!.ToString(),
    };

    public string? By => Data?.Track?.Artist.Name ?? Data?.Album?.Artist.Name;

    public string DefinitionPath => Path;

    public async Task<IActionResult> OnGetAsync(string? track, string? artist, string? album, string? after, string? before)
    {
        Query = StatisticsQuery.Read(Request.Query);
        var day = AddressText.Day(Request.Query, "day");
        // A single day is a look aside: the navigation goes on with what counts as a play, not with the day.
        ViewData["Statistics"] = day is null ? Query : Query.With(StatisticsQuery.Default.PeriodName);
        if (day is { } only) Query = Query.With(only, only);
        Data = await visit.AskAsync(PlaysData.Operation, () => Variables(track, artist, album) is not { } variables ? null : variables with
        {
            First = before is null ? PageSize : null,
            After = before is null ? after : null,
            Last = before is null ? null : PageSize,
            Before = before,
        });
        if (Data is null) return Page();
        var isMissing = (track is not null && Data.Track is null) || (artist is not null && Data.Artist is null) || (album is not null && Data.Album is null);
        return isMissing || Data.Me is null ? NotFound() : Page();
    }

    public string DayLink(int offset) => PlaysLink.OfDay(Query.Play)(Period!.From.AddDays(offset));

    /// <summary>The same plays with something else about them: the definition, the order, the page.</summary>
    public string Link(StatisticsQuery query, params (string Key, string Value)[] more) => query.Link(Path, [.. Subject, .. more]);

    /// <summary>Whose plays these are, as the address says it.</summary>
    public IEnumerable<(string Key, string Value)> Subject =>
        from key in Subjects
        let value = $"{Request.Query[key]}"
        where value.Length > 0
        select (key, value);

    private PlaysVariables? Variables(string? track, string? artist, string? album)
    {
        Period = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today).Period : null;
        if (Period is null) return null;
        Order = AddressText.OneOf(Request.Query, "order", PlayOrders.ByKey, PlayOrders.Usual(IsOneDay));
        var filter = new PlayFilter(track, artist, album);
        return new PlaysVariables(filter, Order, Period.ToInput(), Query.Play, OfAll: track is null && artist is null && album is null)
        {
            OfTrack = track is not null,
            Track = track ?? "",
            OfArtist = artist is not null,
            Artist = artist ?? "",
            OfAlbum = album is not null,
            Album = album ?? "",
        };
    }
}
