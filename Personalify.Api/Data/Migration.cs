using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Api.Data;

/// <summary>One step of the database's shape: the file <c>Data/Migrations/NNNN_name.sql</c>, embedded in the assembly.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    private const string Folder = "Migrations/";

    /// <summary>SHA-256 of the text with <c>\n</c> line ends, so that a check-out on another system is the same file.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All migrations of an assembly by number.</summary>
    public static IReadOnlyList<Migration> ReadAll(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource))
            .OrderBy(migration => migration.Number)];

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var name = Path.GetFileNameWithoutExtension(resource[Folder.Length..]);
        return FindNumber(name) is { } number
            ? new Migration(number, name, reader.ReadToEnd())
            : throw new MigrationException(
                $"The migration {name} has no number. Name it NNNN_what_it_does.sql, such as 0007_add_moods.sql.");
    }

    private static int? FindNumber(string name) =>
        name.Length > 5 && name[4] == '_'
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
