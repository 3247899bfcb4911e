namespace Personalify.Web.Statistics;

/// <summary>The page's address says something that cannot be read; the message says what, and what could stand there.</summary>
public sealed class AddressException(string message, string key) : Exception(message)
{
    private const int MostShown = 40;
    private static readonly Texts Text = Texts.Of(typeof(AddressException));

    /// <summary>Of the query's value that is to blame.</summary>
    public string Key { get; } = key;

    public static AddressException Of(string key, string value, string expected) =>
        new(Text["“{0}={1}” cannot be read. {2}", key, value.Length <= MostShown ? value : value[..MostShown] + "…", expected], key);
}
