namespace Personalify.FakeSpotify.Invented;

public sealed record FakeArtist(string Id, string Name, IReadOnlyList<string> Genres, int Popularity);

public sealed record FakeAlbum(string Id, string Name, string Type, FakeArtist Artist, string ReleaseDate, string Precision, string Upc)
{
    public IReadOnlyList<FakeTrack> Tracks { get; internal set; } = [];
}

/// <summary>A track or an episode.</summary>
public abstract record FakePlayable(string? Id, string Name, int DurationMs);

public sealed record FakeTrack(
    string? Id, string Name, int DurationMs, IReadOnlyList<FakeArtist> Artists, FakeAlbum? Album, int Number, string? Isrc, int Popularity)
    : FakePlayable(Id, Name, DurationMs)
{
    /// <summary>A file of the listener's own, without an id.</summary>
    public bool IsLocal => Id is null;
}

public sealed record FakeShow(string Id, string Name, string Publisher)
{
    public IReadOnlyList<FakeEpisode> Episodes { get; internal set; } = [];
}

public sealed record FakeEpisode(string? Id, string Name, int DurationMs, FakeShow Show, string ReleaseDate)
    : FakePlayable(Id, Name, DurationMs);

public sealed record FakeAudiobook(string Id, string Name, string Author, string Narrator, int Chapters);

public sealed record FakeSaved<T>(T Item, DateTimeOffset AddedAt);

/// <summary>An entry without an item is one that is gone.</summary>
public sealed record FakeEntry(FakePlayable? Item, DateTimeOffset? AddedAt, string AddedBy);

public sealed record FakePlaylist(string Id, string Name, string Owner, bool IsCollaborative, bool IsPublic)
{
    public IList<FakeEntry> Entries { get; init; } = [];

    /// <summary>Changes whenever the entries do.</summary>
    public string SnapshotId => FakeId.Of("snapshot " + Id + string.Join(',', Entries.Select(entry => entry.Item?.Id)), Entries.Count);
}

public sealed record FakePlay(FakeTrack Track, DateTimeOffset PlayedAt, FakeAlbum? From);
