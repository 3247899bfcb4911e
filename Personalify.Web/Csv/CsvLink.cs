namespace Personalify.Web.Csv;

/// <summary>The way to a table as a file: the page's own address, with its period, filter and order.</summary>
/// <param name="Name">Which table it is, for those who hear the link alone.</param>
public sealed record CsvLink(string Href, string Name)
{
    public const string ListKey = "list";
    private const string Handler = "handler";

    // A file holds all pages of a list.
    private static readonly string[] Left = [Handler, ListKey, "after", "before", "page"];

    /// <param name="request">Of the page.</param>
    /// <param name="name">Which table it is.</param>
    /// <param name="list">As the address names it, where the page has several.</param>
    public static CsvLink Of(HttpRequest request, string name, string? list = null)
    {
        var kept = request.Query.Where(value => !Left.Contains(value.Key))
            .Select(value => KeyValuePair.Create(value.Key, (string?)$"{value.Value}"));
        var query = QueryString.Create([.. kept, KeyValuePair.Create(Handler, (string?)"csv")]);
        return new(request.Path + (list is null ? query : query.Add(ListKey, list)), name);
    }
}
