using System.Text.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog;

/// <summary>What a listener has of an artist and of an album, page by page.</summary>
public sealed class CatalogPagesTests : IAsyncLifetime
{
    private CatalogApplication _application = null!;

    public async Task InitializeAsync()
    {
        _application = await CatalogApplication.StartAsync(redis: null);
        foreach (var track in new[] { "zebra", "Éclair", "apple", "Apple", "Eclair 2" }) await _application.AddPlayAsync("Artist", "Album", track);
        await _application.AddPlayAsync("Artist", "Another album", "Banana");
        await _application.AddPlayAsync("Artist", "Album", "Not mine", user: CatalogApplication.OtherListenerId);
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [StoreFact]
    public async Task Tracks_and_albums_stand_by_name_whatever_its_case_and_accents()
    {
        var artist = await ArtistAsync("tracks { totalCount nodes { name } } albums { totalCount nodes { name tracks { totalCount } } }");
        Assert.Equal(["apple", "Apple", "Banana", "Éclair", "Eclair 2", "zebra"], Names(artist.GetProperty("tracks")));
        Assert.Equal(6, artist.GetProperty("tracks").GetProperty("totalCount").GetInt32());
        Assert.Equal(["Album", "Another album"], Names(artist.GetProperty("albums")));
        Assert.Equal([5, 1], Nodes(artist.GetProperty("albums")).Select(album => album.GetProperty("tracks").GetProperty("totalCount").GetInt32()));
    }

    [StoreTheory]
    [InlineData("first: 2, after: ", true)]
    [InlineData("last: 2, before: ", false)]
    public async Task Page_by_page_they_are_the_whole_list(string page, bool isForward)
    {
        var names = new List<string>();
        for (string? cursor = null; ;)
        {
            var tracks = (await ArtistAsync($"tracks({page}{(cursor is null ? "null" : $"\"{cursor}\"")}) {{ nodes {{ name }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}"))
                .GetProperty("tracks");
            names.InsertRange(isForward ? names.Count : 0, Names(tracks));
            var info = tracks.GetProperty("pageInfo");
            if (!info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean()) break;
            cursor = info.GetProperty(isForward ? "endCursor" : "startCursor").GetString();
        }

        Assert.Equal(["apple", "Apple", "Banana", "Éclair", "Eclair 2", "zebra"], names);
    }

    private async Task<JsonElement> ArtistAsync(string selection) =>
        (await _application.Listener.QueryAsync($"{{ search(text: \"Artist\") {{ artists {{ {selection} }} }} }}")).GetProperty("search").GetProperty("artists")[0];

    private static List<JsonElement> Nodes(JsonElement connection) => [.. connection.GetProperty("nodes").EnumerateArray()];

    private static IEnumerable<string> Names(JsonElement connection) => Nodes(connection).Select(node => node.GetProperty("name").GetString()!);
}
