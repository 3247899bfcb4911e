using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Data;
using Personalify.Api.Tests.Imports;
using Personalify.Api.Tests.Sync.Plays;
using Personalify.Domain.Catalog;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.Plays.PolledHome;

namespace Personalify.Api.Tests.Catalog;

/// <summary>Names that only Spotify gave are told apart from those of the listener's exports, entries of the cache included.</summary>
public sealed class NameSourceTests : IAsyncLifetime
{
    private const string OnlySpotify = "Mara Quill Spotify, Paper Lanterns Spotify, Lanterns Spotify";
    private const string OnlyExport = "Mara Quill Export, Paper Lanterns Export, Lanterns Export";

    private PolledHome _home = null!;

    private ImportHome Home => _home.Home;

    public async Task InitializeAsync() => _home = await PolledHome.CreateAsync();

    public async Task DisposeAsync() => await _home.DisposeAsync();

    [StoreFact]
    public async Task An_export_names_what_it_has_and_Spotify_what_only_it_told()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await ImportAsync(ImportHome.Bob);

        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));
        Assert.Equal(OnlyExport, await SourcesAsync(ImportHome.Bob));
    }

    [StoreFact]
    public async Task The_first_export_that_names_the_same_makes_it_the_exports_and_its_undo_Spotifys_again()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));

        await ImportAsync(ImportHome.Ada);
        Assert.Equal(OnlyExport, await SourcesAsync(ImportHome.Ada));
        await Home.UndoAsync(1);

        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));
    }

    [StoreFact]
    public async Task What_an_export_names_stays_its_own_whatever_Spotify_tells_and_is_made_to_forget()
    {
        await ImportAsync(ImportHome.Ada);
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T11:00:00Z", "Harbour"));
        Assert.Equal(OnlyExport + ", Harbour Spotify", await SourcesAsync(ImportHome.Ada));
        await _home.WipeAsync();

        Assert.Equal(OnlyExport, await SourcesAsync(ImportHome.Ada));
    }

    [StoreFact]
    public async Task Account_data_names_the_artist_and_no_album()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));

        await Home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z")));

        Assert.Equal(
            "Mara Quill Export, Paper Lanterns Spotify, Lanterns Spotify, Lanterns Export", await SourcesAsync(ImportHome.Ada));
    }

    [StoreFact]
    public async Task Another_listeners_export_changes_nothing()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        await _home.PollAsync(ImportHome.Bob, Play("2024-03-01T10:00:00Z"));
        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));

        await ImportAsync(ImportHome.Bob);

        Assert.Equal(OnlySpotify, await SourcesAsync(ImportHome.Ada));
        Assert.Equal(OnlyExport, await SourcesAsync(ImportHome.Bob));
    }

    [StoreFact]
    public async Task A_search_tells_the_source_too()
    {
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"));
        var search = new SearchStore(Home.Get<NpgsqlDataSource>(), Home.Get<SearchIndex>());

        var (artists, albumsAndTracks) = (await FindAsync("quill"), await FindAsync("lanterns"));

        Assert.Equal(NameSource.Spotify, Assert.Single(artists.Artists).NameSource);
        Assert.Equal(NameSource.Spotify, Assert.Single(albumsAndTracks.Albums).NameSource);
        Assert.Equal(NameSource.Spotify, Assert.Single(albumsAndTracks.Tracks).NameSource);

        Task<SearchResult> FindAsync(string text) => search.FindAsync(ImportHome.Ada, text, 5, CancellationToken.None);
    }

    /// <summary>Entries from before the column are told apart by it as those are that are written since.</summary>
    [StoreFact]
    public async Task The_migration_finds_what_only_Spotify_named()
    {
        await ImportAsync(ImportHome.Ada);
        await _home.PollAsync(ImportHome.Ada, Play("2024-03-01T10:00:00Z"), Play("2024-03-01T11:00:00Z", "Harbour"));
        await _home.PollAsync(ImportHome.Bob, Play("2024-03-01T10:00:00Z"));
        var (ada, bob) = (await SourcesAsync(ImportHome.Ada), await SourcesAsync(ImportHome.Bob));
        var migration = Migration.ReadAll(typeof(Migration).Assembly).Single(one => one.Name.EndsWith("name_source", StringComparison.Ordinal));

        string[] tables = ["artists", "albums", "tracks"];
        await Home.ExecuteAsync(string.Join(';', tables.Select(table => $"ALTER TABLE {table} DROP COLUMN name_source")));
        await Home.ExecuteAsync(migration.Sql);
        await ForgetAsync();

        Assert.Equal((OnlyExport + ", Harbour Spotify", OnlySpotify), (ada, bob));
        Assert.Equal((ada, bob), (await SourcesAsync(ImportHome.Ada), await SourcesAsync(ImportHome.Bob)));
    }

    private async Task ImportAsync(int userId) =>
        await Home.ImportAsync(userId, preview: false, GivenFile.Extended(new GivenRow("2024-02-01T10:00:05Z")));

    /// <summary>Artists, albums and tracks by their numbers, read as the loaders read them: from the cache if they are there.</summary>
    private async Task<string> SourcesAsync(int userId)
    {
        var (cache, store) = (Home.Get<CatalogCache>(), Home.Get<CatalogStore>());
        var artists = await CatalogLoaders.GetArtistByIdAsync(await IdsAsync("artists"), cache, store, CancellationToken.None);
        var albums = await CatalogLoaders.GetAlbumByIdAsync(await IdsAsync("albums"), cache, store, CancellationToken.None);
        var tracks = await CatalogLoaders.GetTrackByIdAsync(await IdsAsync("tracks"), cache, store, CancellationToken.None);
        return string.Join(", ", artists.Values.OrderBy(artist => artist.Number).Select(artist => $"{artist.Name} {artist.NameSource}")
            .Concat(albums.Values.OrderBy(album => album.Number).Select(album => $"{album.Name} {album.NameSource}"))
            .Concat(tracks.Values.OrderBy(track => track.Number).Select(track => $"{track.Name} {track.NameSource}")));

        async Task<long[]> IdsAsync(string table) =>
        [
            .. (await Home.ReadAsync<int[]>($"SELECT coalesce(array_agg(id), '{{}}') FROM {table} WHERE user_id = {userId}"))
                .Select(number => CatalogId.Of(userId, number)),
        ];
    }

    private async Task ForgetAsync()
    {
        foreach (var userId in (int[])[ImportHome.Ada, ImportHome.Bob])
            await Home.Get<CatalogCache>().ForgetAsync(userId, [1, 2], [1, 2], [1, 2], CancellationToken.None);
    }
}
