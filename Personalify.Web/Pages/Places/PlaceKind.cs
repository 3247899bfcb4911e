namespace Personalify.Web.Pages.Places;

/// <summary>What a place is of, in the words of its address.</summary>
public enum PlaceKind { Artist, Album, Track }

public static class PlaceKinds
{
    /// <summary>Null for any other word, whose address does not exist.</summary>
    public static PlaceKind? Of(string word) => word switch
    {
        "artists" => PlaceKind.Artist,
        "albums" => PlaceKind.Album,
        "tracks" => PlaceKind.Track,
        _ => null,
    };
}
