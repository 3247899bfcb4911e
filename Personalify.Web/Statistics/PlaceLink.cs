namespace Personalify.Web.Statistics;

/// <summary>Addresses of the places of artists, albums and tracks, with the period and definition that the reader has chosen.</summary>
public static class PlaceLink
{
    public static string OfArtist(string id, StatisticsQuery? query = null) => Of("artists", id, query);

    public static string OfAlbum(string id, StatisticsQuery? query = null) => Of("albums", id, query);

    public static string OfTrack(string id, StatisticsQuery? query = null) => Of("tracks", id, query);

    private static string Of(string kind, string id, StatisticsQuery? query) =>
        (query ?? StatisticsQuery.Default).Link($"/{kind}/{Uri.EscapeDataString(id)}");
}
