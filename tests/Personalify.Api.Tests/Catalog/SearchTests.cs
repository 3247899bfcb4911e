using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog;

public sealed class SearchTests(SearchTests.SharedApplication shared) : IClassFixture<SearchTests.SharedApplication>, IAsyncLifetime
{
    private CatalogApplication Application => shared.Application ?? throw new InvalidOperationException("The stores are missing.");

    public Task InitializeAsync() => shared.Application?.ClearAsync() ?? Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreFact]
    public async Task Artists_albums_and_tracks_are_found_by_their_own_names()
    {
        await Application.AddPlayAsync("Mount Kimbie", "Love What Survives", "Blue Train Lines");
        Assert.Equal(["Mount Kimbie"], await FindAsync("artists", "kimbie"));
        Assert.Equal(["Love What Survives"], await FindAsync("albums", "survives"));
        Assert.Equal(["Blue Train Lines"], await FindAsync("tracks", "train"));
        Assert.Empty(await FindAsync("tracks", "kimbie"));
    }

    [StoreTheory]
    [InlineData("Beyoncé", "beyonce")]
    [InlineData("Beyonce", "BEYONCÉ")]
    [InlineData("Sigur Rós", "ros")]
    [InlineData("Mötley Crüe", "motley cru")]
    [InlineData("Кино", "КИНО")]
    [InlineData("東京事変", "事変")]
    [InlineData("Ｆｕｌｌ Ｗｉｄｔｈ", "full")]
    [InlineData("Die Ärzte", "a\u0308rzte")]
    [InlineData("AC/DC", "ac/d")]
    public async Task Case_accents_and_forms_of_letters_do_not_matter(string name, string text)
    {
        await Application.AddPlayAsync(name, "Album", "Track");
        Assert.Equal([name], await FindAsync("artists", text));
    }

    [StoreFact]
    public async Task The_name_itself_comes_first_then_its_beginning_then_a_word_then_the_rest()
    {
        foreach (var name in (string[])["Gloveless", "My Love", "Lovers Rock", "(Love) Again", "Love"]) await Application.AddPlayAsync("Artist", "Album", name);
        Assert.Equal(["Love", "Lovers Rock"], (await FindAsync("tracks", "love")).Take(2));
        Assert.Equal("Gloveless", (await FindAsync("tracks", "love"))[^1]);
    }

    [StoreFact]
    public async Task Among_equals_what_was_listened_to_longer_comes_first()
    {
        await Application.AddPlayAsync("Artist", "Album", "Rain 1", seconds: 30);
        await Application.AddPlayAsync("Artist", "Album", "Rain 2", seconds: 300);
        await Application.AddPlayAsync("Artist", "Album", "Rain 3", seconds: 100);
        Assert.Equal(["Rain 2", "Rain 3", "Rain 1"], await FindAsync("tracks", "rain"));
        Assert.Equal(["Rain 2"], await FindAsync("tracks", "rain", first: 1));
    }

    [StoreFact]
    public async Task Only_the_own_history_is_searched()
    {
        await Application.AddPlayAsync("Heard by me", "Album one", "Song one");
        await Application.AddPlayAsync("Heard by another", "Album two", "Song two", user: CatalogApplication.OtherListenerId);
        await Application.AddPlayAsync("Heard by nobody", "Album three", "Song three", seconds: 0);
        await Application.AddPlayAsync("Heard and superseded", "Album four", "Song four", isSuperseded: true);
        Assert.Equal(["Heard by me"], await FindAsync("artists", "heard"));
        Assert.Equal(["Album one"], await FindAsync("albums", "album"));
        Assert.Equal(["Song one"], await FindAsync("tracks", "song"));
    }

    [StoreFact]
    public async Task What_was_found_is_not_read_again()
    {
        await Application.AddPlayAsync("Rain Artist", "Rain Album", "Rain Song");
        await Application.AddPlayAsync("Other", "Rain Album of another", "Nothing");
        await AskAsync("nothing", "tracks { name }"); // The names that a search looks at are kept; what is counted is what comes after.
        using var counter = Application.Count();
        var found = await AskAsync("rain", "tracks { name artist { name } album { name artist { name } } }");
        Assert.Equal("""{"tracks":[{"name":"Rain Song","artist":{"name":"Rain Artist"},"album":{"name":"Rain Album","artist":{"name":"Rain Artist"}}}]}""", found);
        Assert.Equal(0, counter.Count);
        Assert.Contains("Other", await AskAsync("rain", "albums { artist { name } }"), StringComparison.Ordinal);
        Assert.Equal(1, counter.Count);
    }

    [StoreTheory]
    [InlineData("artist", "artists", "id name imageUrl")]
    [InlineData("album", "albums", "id name imageUrl artist { name }")]
    [InlineData("track", "tracks", "id spotifyId name imageUrl artist { name } album { name }")]
    public async Task What_is_found_is_as_whole_as_what_is_asked_for_by_id(string field, string kind, string selection)
    {
        await Application.AddPlayAsync("Rain Artist", "Rain Album", "Rain Song");
        await AssertFoundAsAskedForAsync(field, kind, selection);
        await Application.ExecuteAsync(
            """
            UPDATE artists SET image_url = 'https://a';
            UPDATE albums SET image_url = 'https://b';
            UPDATE tracks SET spotify_id = 'c', image_url = 'https://c';
            """);
        await Application.ForgetAllAsync();
        await AssertFoundAsAskedForAsync(field, kind, selection);
    }

    [StoreTheory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; DROP TABLE plays; --")]
    [InlineData("\u0301")]
    public async Task Signs_that_mean_something_to_databases_mean_themselves(string text)
    {
        await Application.AddPlayAsync("Artist", "Album", "Plain");
        await Application.AddPlayAsync("Artist", "Album", $"100 {text} sure");
        var expected = text == "\u0301" ? Array.Empty<string>() : [$"100 {text} sure"];
        Assert.Equal(expected, await FindAsync("tracks", text));
    }

    [StoreTheory]
    [InlineData("", 10, "The argument 'text' may ask for 1 to 100 characters, blanks around it not counted; it is 0.")]
    [InlineData("   ", 10, "The argument 'text' may ask for 1 to 100 characters, blanks around it not counted; it is 0.")]
    [InlineData("ok", 0, "The argument 'first' may ask for 1 to 50 matches of each kind; it is 0.")]
    [InlineData("ok", 51, "The argument 'first' may ask for 1 to 50 matches of each kind; it is 51.")]
    public async Task What_is_out_of_bounds_is_refused_with_the_bounds(string text, int first, string message)
    {
        var response = await Application.Listener.SendAsync(Query("tracks"), new { text, first });
        Assert.Equal(message, response.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(text == "ok" ? "INVALID_SIZE" : "INVALID_TEXT", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task AssertFoundAsAskedForAsync(string field, string kind, string selection)
    {
        var data = await Application.Listener.QueryAsync($"{{ search(text: \"rain\") {{ {kind} {{ {selection} }} }} }}");
        var found = data.GetProperty("search").GetProperty(kind)[0];
        var loaded = await Application.Listener.QueryAsync($"{{ {field}(id: \"{found.GetProperty("id").GetString()}\") {{ {selection} }} }}");
        Assert.Equal(loaded.GetProperty(field).ToString(), found.ToString());
    }

    private async Task<string> AskAsync(string text, string selection) =>
        (await Application.Listener.QueryAsync($"{{ search(text: \"{text}\") {{ {selection} }} }}")).GetProperty("search").ToString();

    private async Task<List<string?>> FindAsync(string kind, string text, int first = 10)
    {
        var data = await Application.Listener.QueryAsync(Query(kind), new { text, first });
        return [.. data.GetProperty("search").GetProperty(kind).EnumerateArray().Select(entity => entity.GetProperty("name").GetString())];
    }

    private static string Query(string kind) => $"query($text: String!, $first: Int!) {{ search(text: $text, first: $first) {{ {kind} {{ name }} }} }}";

    /// <summary>One Api for all these tests, emptied before each.</summary>
    public sealed class SharedApplication : IAsyncLifetime
    {
        internal CatalogApplication? Application { get; private set; }

        public async Task InitializeAsync()
        {
            if (new StoreFactAttribute().Skip is null) Application = await CatalogApplication.StartAsync(redis: null);
        }

        public async Task DisposeAsync()
        {
            if (Application is not null) await Application.DisposeAsync();
        }
    }
}
