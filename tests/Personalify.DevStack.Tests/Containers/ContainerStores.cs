namespace Personalify.DevStack.Tests.Containers;

/// <summary>PostgreSQL's and Redis's programs of this machine in place of their images, with what the compose file tells these.</summary>
internal static class ContainerStores
{
    /// <summary>
    /// Makes the data folder as the image's entry point does (initdb with the arguments and secrets of the environment, the database, the
    /// scripts), and starts the server with the command of the compose file.
    /// </summary>
    public static async Task<ServerProcess> StartPostgresAsync(ContainerHost host, ComposeService service)
    {
        var binaries = await PostgresBinaries.FindAsync();
        var data = Path.Combine(host.VolumeOf(service.Name, "/var/lib/postgresql"), "data");
        var environment = host.EnvironmentOf(service, new Dictionary<string, string>
        {
            ["PGDATA"] = data, ["PGPORT"] = $"{host.PortOf(service.Name, 5432)}", ["LC_ALL"] = "C",
        }, binaries.Folder);
        await InitializeAsync(host, service, binaries, data);
        // The image has a folder for its socket, whose path is shorter than one of a test may be.
        var process = await host.StartAsync(service, [.. service.Command, "--unix_socket_directories="], environment);
        await host.UntilHealthyAsync(service, process, environment);
        await SetUpAsync(host, service);
        return process;
    }

    public static async Task<ServerProcess> StartRedisAsync(ContainerHost host, ComposeService service)
    {
        var port = host.PortOf("redis", 6379);
        var programs = await WrapAsync(host.VolumeOf("redis", "/programs"), "redis-server", $"--bind 127.0.0.1 --port {port}");
        var environment = host.EnvironmentOf(service, new Dictionary<string, string>(), programs);
        var process = await host.StartAsync(service, service.Command, environment, host.VolumeOf("redis", "/data"));
        await host.UntilHealthyAsync(
            service, process, environment, word => word.Replace("redis-cli", $"redis-cli -p {port}", StringComparison.Ordinal));
        return process;
    }

    public static string ConnectionString(ContainerHost host, ComposeService service, string? user = null, string? password = null) =>
        $"Host=127.0.0.1;Port={host.PortOf(service.Name, 5432)};Database={service.Environment["POSTGRES_DB"]};"
        + $"Username={user ?? service.Environment["POSTGRES_USER"]};"
        + $"Password={password ?? service.Environment["POSTGRES_PASSWORD"]};Pooling=false";

    private static async Task InitializeAsync(ContainerHost host, ComposeService service, PostgresBinaries binaries, string data)
    {
        var secret = Path.Combine(host.VolumeOf(service.Name, "/tmp"), "secret");
        await File.WriteAllTextAsync(secret, service.Environment["POSTGRES_PASSWORD"]);
        ServerUser.ToBecome?.Own(secret);
        string[] arguments =
        [
            "-D", data, "--username", service.Environment["POSTGRES_USER"], "--pwfile", secret, "--auth", "scram-sha-256",
            .. service.Environment["POSTGRES_INITDB_ARGS"].Split(' '), "--no-sync",
        ];
        await ServerProcess.RunAsync(PostgresFolder.Command("initdb", binaries.Initdb, arguments, host.LogOf(service.Name)));
    }

    private static async Task SetUpAsync(ContainerHost host, ComposeService service)
    {
        Dictionary<string, string> environment = new(service.Environment)
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["PGHOST"] = "127.0.0.1", ["PGPORT"] = $"{host.PortOf(service.Name, 5432)}", ["PGDATABASE"] = "postgres",
            ["PGUSER"] = service.Environment["POSTGRES_USER"], ["PGPASSWORD"] = service.Environment["POSTGRES_PASSWORD"],
        };
        string[] psql = ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1"];
        await RunAsync([.. psql, "--command", $"CREATE DATABASE {service.Environment["POSTGRES_DB"]}"], environment);
        environment["PGDATABASE"] = service.Environment["POSTGRES_DB"];
        var scripts = service.Mounts.Where(mount => mount[1].StartsWith("/docker-entrypoint-initdb.d/", StringComparison.Ordinal));
        foreach (var script in scripts) await RunAsync([.. psql, "--file", Path.Combine(Repository.Root, script[0])], environment);
    }

    private static async Task RunAsync(IReadOnlyList<string> command, Dictionary<string, string> environment)
    {
        var result = await ProgramRun.OfAsync("env", command, environment);
        Assert.True(result.ExitCode == 0, result.Output);
    }

    /// <summary>A program of the system under its name that gets further arguments, for the port, which is the image's own.</summary>
    private static async Task<string> WrapAsync(string folder, string program, string arguments)
    {
        var script = Path.Combine(folder, program);
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec {ProgramPath.Find(program)} \"$@\" {arguments}\n");
        File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        return folder;
    }
}
