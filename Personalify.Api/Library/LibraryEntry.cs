using Npgsql;

namespace Personalify.Api.Library;

/// <summary>What every entry of a list has.</summary>
public abstract class LibraryEntry
{
    private protected LibraryEntry(NpgsqlDataReader row)
    {
        (UserId, Place, SpotifyId) = (row.GetInt32(0), row.GetInt32(1), row.TextOrNull(2));
        (Name, ByNames, ImageUrl) = (row.GetString(4), row.GetFieldValue<string[]>(5), row.TextOrNull(7));
    }

    [GraphQLIgnore]
    public int UserId { get; }

    [GraphQLIgnore]
    public int Place { get; }

    [GraphQLDescription("Spotify's id; null for what has none, such as a file of the listener's own.")]
    public string? SpotifyId { get; }

    [GraphQLDescription("As Spotify names it; empty where Spotify withholds the name.")]
    public string Name { get; }

    [GraphQLDescription("The address of its picture at Spotify, or null.")]
    public string? ImageUrl { get; }

    [GraphQLDescription("Its page at Spotify; null for what has none there.")]
    public string? Url => SpotifyLink.Of(Type, SpotifyId);

    /// <summary>The word for it in Spotify's addresses.</summary>
    private protected abstract string Type { get; }

    /// <summary>Artists or authors.</summary>
    private protected IReadOnlyList<string> ByNames { get; }
}

/// <summary>Addresses of Spotify's own pages.</summary>
internal static class SpotifyLink
{
    public static string? Of(string type, string? id) => id is null ? null : $"https://open.spotify.com/{type}/{Uri.EscapeDataString(id)}";
}
