using MongoDB.Driver;

namespace Personalify.Api.Sync.History;

/// <summary>Opens the database of <c>ConnectionStrings:Mongo</c>, with a bound on everything for which the operator set none.</summary>
internal static class MongoConnection
{
    private const string DefaultDatabase = "personalify";

    private const string Example =
        "mongodb://127.0.0.1:27017/personalify, or with a login mongodb://NAME:PASSWORD@HOST:27017/personalify?authSource=admin";

    /// <summary>By MongoDB's names, in milliseconds.</summary>
    private static readonly (string Name, int Milliseconds)[] Bounds =
    [
        ("serverSelectionTimeoutMS", 3_000), ("connectTimeoutMS", 3_000), ("socketTimeoutMS", 5_000), ("waitQueueTimeoutMS", 2_000),
    ];

    /// <exception cref="InvalidOperationException">
    /// It is no connection string of MongoDB. The message does not repeat it: a password may be in it.
    /// </exception>
    public static IMongoDatabase Open(string connectionString)
    {
        try
        {
            var url = new MongoUrl(connectionString);
            var settings = MongoClientSettings.FromConnectionString(Bounded(connectionString));
            settings.ApplicationName ??= "Personalify";
            return new MongoClient(settings).GetDatabase(url.DatabaseName ?? DefaultDatabase, new MongoDatabaseSettings
            {
                WriteConcern = WriteConcern.WMajority.With(wTimeout: TimeSpan.FromSeconds(5)),
            });
        }
        catch (Exception wrong) when (wrong is MongoConfigurationException or FormatException or ArgumentException)
        {
            throw new InvalidOperationException($"ConnectionStrings:Mongo is not a connection string of MongoDB. Write it like {Example}.");
        }
    }

    /// <summary>What the operator wrote stays as it is.</summary>
    internal static string Bounded(string connectionString)
    {
        var missing = Bounds.Where(bound => !connectionString.Contains(bound.Name + "=", StringComparison.OrdinalIgnoreCase))
            .Select(bound => $"{bound.Name}={bound.Milliseconds}").ToList();
        if (missing.Count == 0) return connectionString;
        var (hosts, separator) = connectionString.Contains('?', StringComparison.Ordinal) ? (connectionString.TrimEnd('&'), "&")
            : HasDatabasePart(connectionString) ? (connectionString, "?") : (connectionString, "/?");
        return hosts + (hosts.EndsWith('?') ? "" : separator) + string.Join('&', missing);
    }

    private static bool HasDatabasePart(string connectionString)
    {
        var start = connectionString.IndexOf("://", StringComparison.Ordinal) + 3;
        return connectionString.IndexOf('/', start) >= 0;
    }
}
