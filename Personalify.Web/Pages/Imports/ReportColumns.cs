using Personalify.Web.Components;

namespace Personalify.Web.Pages.Imports;

/// <summary>The columns of the report's table after the file's name, and the order of its rows.</summary>
public static class ReportColumns
{
    private const string File = "file";
    private static readonly Texts Text = Texts.Of(typeof(ReportColumns));

    private static readonly (string Key, Func<ImportFileReport, int> Count)[] Counts =
    [
        ("rows", file => file.Rows), ("added", file => file.Added), ("there", file => file.AlreadyThere),
        ("episodes", file => file.Episodes), ("chapters", file => file.Chapters), ("dropped", file => ImportWords.Dropped(file.Dropped)),
    ];

    /// <summary>As the address names them.</summary>
    public static IReadOnlyList<string> Keys { get; } = [File, .. Counts.Select(column => column.Key)];

    /// <param name="added">What became of the plays that were not there before.</param>
    public static IEnumerable<(string Key, string Text)> Of(string added) =>
        Counts.Select(column => column.Key).Zip([Text["Rows"], added, Text["Already there"], Text["Episodes"], Text["Chapters"], Text["Dropped"]]);

    public static IEnumerable<ImportFileReport> Sort(IReadOnlyList<ImportFileReport> files, TableSort sort) => sort.Key switch
    {
        null => files,
        File => sort.Apply(files, file => file.Name, StringComparer.Ordinal),
        var key => sort.Apply(files, Counts.First(column => column.Key == key).Count),
    };
}
