namespace Personalify.Api.Remote.Foreign;

/// <summary>A schema of node B that is imported, and what is done with it.</summary>
/// <param name="Name">Its name on node B.</param>
/// <param name="Local">The schema of node A that holds its foreign tables.</param>
/// <param name="Given">Tables that the reader is given by itself; all others it reads when the operator has granted them.</param>
/// <param name="Except">Tables that are never imported.</param>
public sealed record RemoteSchema(string Name, string Local, IReadOnlyList<string> Given, IReadOnlyList<string> Except)
{
    /// <summary>
    /// The operator's own tables, which are shown. The copies of node A's tables stand beside them, and node A has those itself.
    /// </summary>
    public static readonly RemoteSchema Own = new(
        "public", "remote", Given: [],
        ["migrations", "users", "artists", "albums", "tracks", "plays", "spotify_artists", "spotify_albums", "spotify_tracks"]);

    /// <summary>
    /// The community's figures, which are read by the fields of the community only; what a single listener has heard is not among them.
    /// </summary>
    public static readonly RemoteSchema Community = new(
        "community", "remote_community", Given: ["refreshes", "listeners", "artists", "tracks", "genres", "days", "months"], []);

    public static readonly IReadOnlyList<RemoteSchema> All = [Own, Community];

    /// <summary>The sample, which is imported when node B is first set up.</summary>
    public const string Sample = "dummy_data";
}

/// <summary>A table of node B.</summary>
/// <param name="Schema">Its schema on node B.</param>
/// <param name="Name">Its name on both nodes.</param>
/// <param name="Columns">Names, types and whether they may be null: what must be alike on both nodes.</param>
/// <param name="Key">The columns of its primary key; none for a view.</param>
public sealed record RemoteTableShape(string Schema, string Name, string[] Columns, string[] Key)
{
    public bool IsLike(RemoteTableShape other) =>
        Schema == other.Schema && Name == other.Name && Columns.SequenceEqual(other.Columns) && Key.SequenceEqual(other.Key);
}
