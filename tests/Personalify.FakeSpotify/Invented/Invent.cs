namespace Personalify.FakeSpotify.Invented;

/// <summary>Playlists of every kind: long, with what is no track, of several people, of others, and empty.</summary>
internal static class Invent
{
    private static readonly DateTimeOffset Added = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static List<FakePlaylist> PlaylistsOf(FakeListener listener, InventedCatalogue catalogue)
    {
        FakePlaylist Make(int number, string name, string owner, bool isCollaborative = false) =>
            new(FakeId.Of("playlist " + listener.Name, number), name, owner, isCollaborative, IsPublic: number % 2 == 0);
        var mixed = Make(1, "With everything", listener.Id);
        foreach (var item in Mixture(listener, catalogue)) mixed.Entries.Add(new FakeEntry(item, item is null ? null : Added, listener.Id));
        return
        [
            Filled(Make(0, "Long drive", listener.Id), listener, listener.Chosen(catalogue.Tracks, "long drive", 130)),
            mixed,
            Filled(Make(2, "Together", "fake-bram", isCollaborative: true), listener, listener.Chosen(catalogue.Tracks, "together", 20)),
            Filled(Make(3, "Someone else's", "fake-stranger"), listener, listener.Chosen(catalogue.Tracks, "stranger", 30)),
            Make(4, "Empty", listener.Id),
        ];
    }

    private static FakePlaylist Filled(FakePlaylist playlist, FakeListener listener, List<FakeTrack> tracks)
    {
        for (var i = 0; i < tracks.Count; i++) playlist.Entries.Add(new FakeEntry(tracks[i], Added.AddMinutes(i), listener.Id));
        return playlist;
    }

    // A track, an episode, a file of the listener's own, and an entry that is gone.
    private static IEnumerable<FakePlayable?> Mixture(FakeListener listener, InventedCatalogue catalogue) =>
    [
        .. listener.Chosen(catalogue.Tracks, "mixed", 4), catalogue.Shows[0].Episodes[0],
        new FakeTrack(null, "Rehearsal tape", 241_000, [new FakeArtist("", "The Garage (fake)", [], 0)], null, 0, null, 0), null,
    ];
}
