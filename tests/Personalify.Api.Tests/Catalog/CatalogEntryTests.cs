using Personalify.Api.Catalog;

namespace Personalify.Api.Tests.Catalog;

public sealed class CatalogEntryTests
{
    private static readonly Track Track = new()
    {
        UserId = 2, Number = 7, Name = "Hoppípolla", SpotifyId = "6eTGxxQxiTFE6LfZHC33Wm", ImageUrl = "https://a",
        ArtistNumber = 3, AlbumNumber = 5, NameSource = NameSource.Spotify,
    };

    [Fact]
    public void An_entity_comes_back_as_it_went_in() => Assert.Equal(Track, CatalogEntries.Track.Read(CatalogEntries.Track.Write(Track)));

    [Fact]
    public void Its_key_is_its_kind_and_id() => Assert.Equal("track:8589934599", CatalogEntries.Track.Key(Track.Id));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"number":"seven","name":"Hoppípolla"}""")]
    [InlineData("""{"number":7}""")]
    [InlineData("""{"number":7,"na""")]
    public void What_is_no_whole_entity_is_not_there(string json) =>
        Assert.Null(CatalogEntries.Track.Read([.. CatalogEntries.Track.Write(Track)[..4], .. System.Text.Encoding.UTF8.GetBytes(json)]));

    [Fact]
    public void What_another_shape_of_the_record_wrote_is_not_there()
    {
        var other = new CatalogEntry<Artist>("track", CatalogShapes.Default.Artist, artist => artist.Id);
        Assert.NotNull(other.Read(other.Write(new Artist { Number = 7, Name = "Sigur Rós" })));
        Assert.Null(CatalogEntries.Track.Read(other.Write(new Artist { Number = 7, Name = "Sigur Rós" })));
    }

    [Fact]
    public void Nothing_and_the_mark_of_something_forgotten_are_not_there()
    {
        Assert.Null(CatalogEntries.Artist.Read(null));
        Assert.Null(CatalogEntries.Artist.Read([]));
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Artist))]
internal sealed partial class CatalogShapes : System.Text.Json.Serialization.JsonSerializerContext;
