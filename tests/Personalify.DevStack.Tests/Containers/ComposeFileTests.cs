namespace Personalify.DevStack.Tests.Containers;

/// <summary>docker-compose.yml against the compose specification's schema, and what the schema cannot know.</summary>
public sealed class ComposeFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [ContainerFact]
    public async Task It_keeps_to_the_schema_and_starts_the_stores_and_both_apps_by_default()
    {
        var compose = await ReadAsync();
        Assert.Equal(["api", "mongo", "postgres-main", "postgres-stats", "redis", "web"],
            compose.Services.Where(service => !service.HasProfile).Select(service => service.Name).Order());
        Assert.Equal(["caddy", "grafana"], compose.Services.Where(service => service.HasProfile).Select(service => service.Name).Order());
    }

    [ContainerTheory]
    [InlineData("restart: unless-stopped", "restarts: unless-stopped", "restarts")]
    [InlineData("read_only: true", "read_only: sometimes", "read_only")]
    [InlineData("condition: service_healthy", "condition: service_well", "condition")]
    [InlineData("interval: 5s", "interval: soon", "interval")]
    [InlineData("${REDIS_PASSWORD}", "${REDIS_PASWORD}", "REDIS_PASWORD is not in")]
    public async Task A_file_that_breaks_the_schema_or_names_what_is_not_there_is_refused(string right, string wrong, string complaint)
    {
        var broken = _folder["docker-compose.yml"];
        var text = await File.ReadAllTextAsync(ComposeFile.Source);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(broken, text.Replace(right, wrong, StringComparison.Ordinal));
        var result = await ContainerScript.RunAsync("compose.mjs", broken, await ComposeFile.NewEnvAsync(_folder));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(complaint, result.Output, StringComparison.Ordinal);
    }

    [ContainerFact]
    public async Task The_example_names_every_setting_and_no_other_and_its_empty_secrets_are_asked_for()
    {
        Assert.Equal(ComposeFile.AskedVariables().Append("COMPOSE_PROJECT_NAME").Order(), ComposeFile.GivenVariables().Order());
        var result = await ContainerScript.RunAsync("compose.mjs", ComposeFile.Source, ComposeFile.Example);
        Assert.Equal(1, result.ExitCode);
        var secrets = ComposeFile.GivenVariables().Where(name => name.EndsWith("_PASSWORD", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, secrets.Count);
        Assert.All(secrets, secret => Assert.Contains($"{secret} is missing in .env", result.Output, StringComparison.Ordinal));
    }

    [ContainerFact]
    public async Task New_secrets_are_long_and_differ_and_only_their_owner_can_read_them()
    {
        var file = await ComposeFile.NewEnvAsync(_folder);
        var secrets = File.ReadLines(file).Where(line => !line.StartsWith('#') && line.Contains("_PASSWORD=", StringComparison.Ordinal))
            .Select(line => line.Split('=')[1]).ToList();
        Assert.Equal(6, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.Matches("^[0-9a-f]{48}$", secret));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [ContainerFact]
    public async Task Secrets_that_are_there_are_never_replaced()
    {
        var file = await ComposeFile.NewEnvAsync(_folder);
        var before = await File.ReadAllTextAsync(file);
        await ComposeFile.MakeEnvAsync(file);
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    [ContainerFact]
    public async Task Every_container_has_no_rights_a_root_that_cannot_be_written_and_a_health_check()
    {
        foreach (var service in (await ReadAsync()).Services)
        {
            var user = service.User ?? (await Dockerfile.ReadAsync(service.Dockerfile!)).User;
            Assert.DoesNotMatch("^(root|0)(:|$)", user);
            Assert.True(service.IsReadOnly, $"{service.Name} can write its root file system.");
            Assert.Equal(["ALL"], service.List("cap_drop"));
            Assert.Contains("no-new-privileges:true", service.List("security_opt"));
            Assert.Contains("/tmp", service.List("tmpfs"));
            Assert.NotEmpty(service.HealthCheck);
        }
    }

    [ContainerFact]
    public async Task Every_volume_network_and_file_that_a_container_names_is_there_and_each_is_used()
    {
        var compose = await ReadAsync();
        var mounts = compose.Services.SelectMany(service => service.Mounts).Select(mount => mount[0]).ToList();
        var files = mounts.Where(source => source.StartsWith("./", StringComparison.Ordinal)).ToList();
        Assert.All(files, file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), $"{file} is not there."));
        Assert.Equal(compose.Volumes.Order(), mounts.Except(files).Order());
        Assert.Equal(compose.Networks.Order(), compose.Services.SelectMany(service => service.Networks).Distinct().Order());
        var own = compose.Services.Where(service => service.Image!.StartsWith("personalify-", StringComparison.Ordinal));
        Assert.Equal(compose.Services.Where(service => service.Dockerfile is not null), own);
    }

    [ContainerFact]
    public async Task Apps_wait_for_what_they_cannot_start_without()
    {
        var compose = await ReadAsync();
        Assert.Equal("service_healthy", compose["api"].DependsOn["postgres-main"]);
        Assert.Equal("service_healthy", compose["web"].DependsOn["api"]);
        Assert.Equal("service_healthy", compose["caddy"].DependsOn["web"]);
        Assert.Equal("service_healthy", compose["grafana"].DependsOn["postgres-stats"]);
        Assert.All(compose.Services, service => Assert.All(service.DependsOn.Keys, needed => Assert.False(compose[needed].HasProfile)));
    }

    [ContainerFact]
    public async Task Only_Caddy_is_open_to_other_machines_and_the_stores_to_none()
    {
        var compose = await ReadAsync();
        var open = compose.Services.Where(
            service => service.List("ports").Any(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal)));
        Assert.Equal(["caddy"], open.Select(service => service.Name));
        string[] stores = ["postgres-main", "postgres-stats", "redis", "mongo"];
        Assert.All(stores, store => Assert.Empty(compose[store].List("ports")));
        Assert.All(stores, store => Assert.Equal(["stores"], compose[store].Networks));
        Assert.DoesNotContain("stores", compose["web"].Networks);
    }

    [ContainerFact]
    public async Task Grafana_reads_node_B_as_the_role_that_its_first_start_makes()
    {
        var grafana = (await ReadAsync())["grafana"];
        var provisioning = Path.Combine(Repository.Root, "docker", "grafana", "provisioning");
        var source = await File.ReadAllTextAsync(Path.Combine(provisioning, "datasources", "personalify.yaml"));
        Assert.All(new[] { "$STATS_ADDRESS", "$BI_PASSWORD", "user: personalify_bi", "database: personalify_stats" },
            text => Assert.Contains(text, source, StringComparison.Ordinal));
        Assert.Equal("postgres-stats:5432", grafana.Environment["STATS_ADDRESS"]);
        Assert.NotEmpty(grafana.Environment["BI_PASSWORD"]);
        var provider = await File.ReadAllTextAsync(Path.Combine(provisioning, "dashboards", "personalify.yaml"));
        var dashboards = grafana.Mounts.Single(mount => mount[0] == "./docker/grafana/dashboards")[1];
        Assert.Contains($"path: {dashboards}", provider, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ComposeFile> ReadAsync() => ComposeFile.ReadAsync(_folder);
}
