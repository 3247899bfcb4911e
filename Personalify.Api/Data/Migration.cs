using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Api.Data;

/// <summary>
/// One step of a database's shape: the file <c>NNNN_name.sql</c> of <c>Data/Migrations</c> (node A) or <c>Remote/NodeB/Migrations</c>
/// (node B), embedded in the assembly.
/// </summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Where the migrations of node A, the record, are embedded.</summary>
    public const string Main = "Migrations/";

    /// <summary>Where those of node B are.</summary>
    public const string Stats = "NodeB/";

    /// <summary>SHA-256 of the text with <c>\n</c> line ends, so that a check-out on another system is the same file.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All migrations of one node by number.</summary>
    public static IReadOnlyList<Migration> ReadAll(Assembly assembly, string folder = Main) =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
            .Select(resource => Read(assembly, folder, resource))
            .OrderBy(migration => migration.Number)];

    private static Migration Read(Assembly assembly, string folder, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var name = Path.GetFileNameWithoutExtension(resource[folder.Length..]);
        return FindNumber(name) is { } number
            ? new Migration(number, name, reader.ReadToEnd())
            : throw new MigrationException(
                $"The migration {name} has no number. Name it NNNN_what_it_does.sql, such as 0007_add_moods.sql.");
    }

    private static int? FindNumber(string name) =>
        name.Length > 5 && name[4] == '_'
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
