using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.History;

/// <summary>Single plays: of a day, of any period, of one track, artist or album.</summary>
public sealed class PlaysModel(Visit visit, PersonalifyClient client) : PersonalifyPage
{
    private const int PageSize = 50;
    private const string Path = "/history/plays";
    private static readonly Texts Text = Texts.Of(typeof(PlaysModel));
    private static readonly string[] Subjects = ["track", "artist", "album"];

    public StatisticsQuery Query { get; private set; } = StatisticsQuery.Default;

    public Period? Period { get; private set; }

    public PlayOrder Order { get; private set; }

    /// <summary>The hours of the week to which the list is narrowed.</summary>
    public WeekPart Part { get; private set; } = new(null, null);

    public PlaysData? Data { get; private set; }

    public bool IsOneDay => Period is { Days: 1 };

    /// <summary>The plays under the days they belong to; one nameless group where the order is not that of time.</summary>
    public IEnumerable<IGrouping<DateOnly?, Play>> Days => (Data!.Me!.Plays.Nodes ?? []).GroupBy(
        play => Order == PlayOrder.LongestFirst ? (DateOnly?)null : DateOnly.FromDateTime(Viewer.InZone(play.EndedAt).DateTime));

    public PickerModel Orders => new(Text["Order"],
        [.. PlayOrders.ByKey.Select(order => new PickerOption(
            PlayOrders.NameOf(order.Value), Link(Query, ("order", order.Key)), order.Value == Order))], IsSmall: true);

    public PagerModel Pager
    {
        get
        {
            var page = Data!.Me!.Plays.PageInfo;
            return new(
                Text["More plays"],
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

    /// <summary>Who gave the name of the artist, album or track whose plays are shown.</summary>
    public NameSource NameSource =>
        Data?.Track?.NameSource ?? Data?.Artist?.NameSource ?? Data?.Album?.NameSource ?? NameSource.Export;

    public ArtistReference? By => Data?.Track?.Artist ?? Data?.Album?.Artist;

    /// <summary>The place of what the title names.</summary>
    public string? PlaceHref => Data switch
    {
        { Track: { } track } => PlaceLink.OfTrack(track.Id, Query),
        { Artist: { } artist } => PlaceLink.OfArtist(artist.Id, Query),
        { Album: { } album } => PlaceLink.OfAlbum(album.Id, Query),
        _ => null,
    };

    public string DefinitionPath => Path;

    public async Task<IActionResult> OnGetAsync(string? track, string? artist, string? album, string? after, string? before)
    {
        ReadAddress();
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

    /// <summary>The whole list as a file, in the order of the page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? track, string? artist, string? album)
    {
        ReadAddress();
        await visit.ConfirmAsync();
        ShowPeriod();
        if (Period is null) return NotFound();
        var list = new PlayListVariables(FilterOf(track, artist, album), Order, Period.ToInput(), Query.Play);
        return PlayCsv.Of(client, list, Viewer, Aborted);
    }

    public string DayLink(int offset) => (StatisticsQuery.Default with { Play = Query.Play })
        .Link(Path, [.. Named, .. (Part with { Weekday = null }).Values, ("day", Format.Iso(Period!.From.AddDays(offset)))]);

    /// <summary>The same plays with something else about them: the definition, the order, the page.</summary>
    public string Link(StatisticsQuery query, params (string Key, string Value)[] more) => query.Link(Path, [.. Subject, .. more]);

    /// <summary>The same plays at all hours of the week.</summary>
    public string WholeWeekLink => Query.Link(Path, [.. Named, ("order", PlayOrders.KeyOf(Order))]);

    /// <summary>Whose plays these are and of which hours, as the address says it.</summary>
    public IEnumerable<(string Key, string Value)> Subject => [.. Named, .. Part.Values];

    public bool HasName => Named.Any();

    private IEnumerable<(string Key, string Value)> Named =>
        from key in Subjects
        let value = $"{Request.Query[key]}"
        where value.Length > 0
        select (key, value);

    private void ReadAddress()
    {
        Query = StatisticsQuery.Read(Request.Query);
        var day = AddressText.Day(Request.Query, "day");
        // A single day is a look aside: the navigation goes on with what counts as a play, not with the day.
        ViewData["Statistics"] = day is null ? Query : Query.With(StatisticsQuery.Default.PeriodName);
        if (day is { } only) Query = Query.With(only, only);
        Part = WeekPart.Read(Request.Query);
    }

    private void ShowPeriod()
    {
        Period = Viewer.User.Coverage is { } coverage ? ShownPeriod.Of(Query, coverage, Viewer.Today).Period : null;
        if (Period is not null) Order = AddressText.OneOf(Request.Query, "order", PlayOrders.ByKey, PlayOrders.Usual(IsOneDay));
    }

    private PlayFilter FilterOf(string? track, string? artist, string? album) =>
        new(track, artist, album) { Hours = Part.AskedHours, Weekdays = Part.AskedWeekdays };

    private PlaysVariables? Variables(string? track, string? artist, string? album)
    {
        ShowPeriod();
        return Period is null ? null : new PlaysVariables(FilterOf(track, artist, album), Order, Period.ToInput(), Query.Play)
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
