using Personalify.Api.Sync.History;

namespace Personalify.Api.Tests.Sync.History;

public sealed class MongoConnectionTests
{
    private const string All = "serverSelectionTimeoutMS=3000&connectTimeoutMS=3000&socketTimeoutMS=5000&waitQueueTimeoutMS=2000";

    [Theory]
    [InlineData("mongodb://host", $"mongodb://host/?{All}")]
    [InlineData("mongodb://host/", $"mongodb://host/?{All}")]
    [InlineData("mongodb://a:b@h1:1,h2:2/db", $"mongodb://a:b@h1:1,h2:2/db?{All}")]
    [InlineData("mongodb://host/db?authSource=admin", $"mongodb://host/db?authSource=admin&{All}")]
    [InlineData(
        "mongodb://host/?sockettimeoutms=1&serverSelectionTimeoutMS=9", "mongodb://host/?sockettimeoutms=1&serverSelectionTimeoutMS=9&connectTimeoutMS=3000&waitQueueTimeoutMS=2000")]
    public void Bounds_that_are_missing_are_added_and_given_ones_stay(string given, string bounded) =>
        Assert.Equal(bounded, MongoConnection.Bounded(given));

    [Theory]
    [InlineData("no address secret-word")]
    [InlineData("mongodb://name:secret-word@")]
    [InlineData("redis://secret-word")]
    public void What_is_no_connection_string_is_refused_without_being_repeated(string given)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => MongoConnection.Open(given));
        Assert.StartsWith("ConnectionStrings:Mongo is not a connection string of MongoDB. Write it like", refusal.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refusal.ToString(), StringComparison.Ordinal);
    }
}
