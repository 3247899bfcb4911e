using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Personalify.Api.Tests.Remote.Foreign;

/// <summary>A test that needs psql, which PostgreSQL's npm packages do not bring; skipped where the system has none.</summary>
public sealed class PsqlFactAttribute : FactAttribute
{
    private static readonly string? Program = Find();

    public PsqlFactAttribute() => Skip = Program is null ? "psql is not installed." : null;

    /// <summary>The lines that a statement gives, with | between the columns.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string connectionString, string statement)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Program!, ["--no-psqlrc", "--no-align", "--tuples-only", "--command", statement])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = server.Host, ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture), ["PGDATABASE"] = server.Database,
                ["PGUSER"] = server.Username, ["PGPASSWORD"] = server.Password,
            },
        };
        using var psql = Process.Start(start)!;
        var (output, errors) = (psql.StandardOutput.ReadToEndAsync(), psql.StandardError.ReadToEndAsync());
        await psql.WaitForExitAsync();
        Assert.True(psql.ExitCode == 0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The program itself, because a wrapper on the path may look for a cluster of the system's.</summary>
    private static string? Find()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetFiles("/usr/lib/postgresql", "psql", SearchOption.AllDirectories) : [];
        return installed.Concat(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "psql")))
            .FirstOrDefault(File.Exists);
    }
}
