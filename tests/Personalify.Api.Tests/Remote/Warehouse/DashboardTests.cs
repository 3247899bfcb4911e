using System.Text.Json;
using System.Text.RegularExpressions;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>
/// The queries of the Grafana dashboard, asked as Grafana asks them: by the role of BI tools, with its macros spelled out.
/// </summary>
[Collection(nameof(StarNodes))]
public sealed partial class DashboardTests(StarNodes nodes)
{
    private const string Everybody = "SELECT user_key FROM warehouse.dim_user";

    [StoreFact]
    public async Task Every_panel_has_rows()
    {
        using var dashboard = await ReadAsync();
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        Assert.True(panels.Count >= 8, $"{panels.Count} panels");
        foreach (var panel in panels)
        {
            var sql = panel.GetProperty("targets")[0].GetProperty("rawSql").GetString()!;
            foreach (var listeners in new[] { Everybody, "'1','2'" }) // All of them, and some, as Grafana writes chosen values.
                Assert.True((await nodes.ReadStarAsync(SpellOut(sql, listeners))).Length > 0, $"{panel.GetProperty("title")} has rows");
        }
    }

    [StoreFact]
    public async Task Listeners_to_choose_from_are_all_of_them()
    {
        using var dashboard = await ReadAsync();
        var variable = dashboard.RootElement.GetProperty("templating").GetProperty("list")[0];
        Assert.Equal("listener", variable.GetProperty("name").GetString());
        Assert.Equal(["1", "2"], await nodes.ReadStarAsync(variable.GetProperty("query").GetString()!));
        Assert.Equal(Everybody, variable.GetProperty("allValue").GetString());
    }

    [Fact]
    public async Task It_reads_the_data_source_that_is_provisioned()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Grafana, "dashboards", "personalify.json"));
        var provisioned = await File.ReadAllTextAsync(Path.Combine(Grafana, "provisioning", "datasources", "personalify.yaml"));
        var uids = Uid().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["personalify-stats"], uids);
        Assert.Contains($"uid: {uids[0]}\n", provisioned, StringComparison.Ordinal);
    }

    private static string Grafana => Path.Combine(Repository.Root, "docker", "grafana");

    private static async Task<JsonDocument> ReadAsync() =>
        JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Grafana, "dashboards", "personalify.json")));

    /// <summary>As Grafana's PostgreSQL data source does, for the year 2024 by days.</summary>
    private static string SpellOut(string sql, string listeners)
    {
        sql = Filter().Replace(sql, "$1 BETWEEN '2024-01-01T00:00:00Z' AND '2024-12-31T23:59:59Z'");
        sql = Group().Replace(sql, "floor(extract(epoch from $1)/86400)*86400 AS \"time\"").Replace("$listener", listeners,
            StringComparison.Ordinal);
        Assert.DoesNotContain("$", sql, StringComparison.Ordinal);
        return sql;
    }

    [GeneratedRegex(@"\$__timeFilter\((\w+)\)")]
    private static partial Regex Filter();

    [GeneratedRegex(@"\$__timeGroupAlias\((\w+), \$__interval\)")]
    private static partial Regex Group();

    [GeneratedRegex("\"datasource\": \\{[^}]*\"uid\": \"([^\"]+)\"")]
    private static partial Regex Uid();
}
