using Personalify.Api.Catalog;

namespace Personalify.Api.Tests.Catalog;

public sealed class CatalogEntryTests
{
    private static readonly Track Track = new() { Id = 7, Name = "Hoppípolla", SpotifyId = "6eTGxxQxiTFE6LfZHC33Wm", DurationMs = 268_000, ArtistId = 3, AlbumId = 5 };

    [Fact]
    public void An_entity_comes_back_as_it_went_in() => Assert.Equal(Track, CatalogEntries.Track.Read(CatalogEntries.Track.Write(Track)));

    [Fact]
    public void Its_key_is_its_kind_and_id() => Assert.Equal("track:7", CatalogEntries.Track.Key(7));

    [Theory]
    [InlineData(0, "{}")]
    [InlineData(2, """{"id":7,"name":"Hoppípolla"}""")]
    [InlineData(1, """{"id":"seven"}""")]
    [InlineData(1, """{"id":7}""")]
    [InlineData(1, """{"id":7,"na""")]
    public void What_this_version_did_not_write_is_not_there(byte version, string json) =>
        Assert.Null(CatalogEntries.Track.Read([version, .. System.Text.Encoding.UTF8.GetBytes(json)]));

    [Fact]
    public void Nothing_and_the_mark_of_something_forgotten_are_not_there()
    {
        Assert.Null(CatalogEntries.Artist.Read(null));
        Assert.Null(CatalogEntries.Artist.Read([]));
    }
}
