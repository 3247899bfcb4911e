namespace Personalify.Web.Statistics;

/// <summary>The page's address says something that cannot be read; the message says what, and what could stand there.</summary>
public sealed class AddressException(string message, string key) : Exception(message)
{
    /// <summary>Of the query's value that is to blame.</summary>
    public string Key { get; } = key;

    public static AddressException Of(string key, string value, string expected) =>
        new($"“{key}={(value.Length <= MostShown ? value : value[..MostShown] + "…")}” cannot be read. {expected}", key);

    private const int MostShown = 40;
}
