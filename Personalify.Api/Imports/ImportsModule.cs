using Personalify.GraphQL.Commands;
using Personalify.Api.Imports.Demo;

namespace Personalify.Api.Imports;

/// <summary>From an uploaded export to plays in the database.</summary>
public static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration) => services
        .AddLogging(logging => logging.AddFilter("Npgsql.Copy", LogLevel.Warning))
        .Configure<ImportOptions>(configuration.GetSection("Imports"))
        .Configure<DemoOptions>(configuration.GetSection("Demo"))
        .AddSingleton<ImportConnections>()
        .AddSingleton<ImportStore>()
        .AddSingleton<ImportChanges>()
        .AddSingleton<ImportFollower>()
        .AddSingleton<ImportQueue>()
        .AddSingleton<ImportControl>()
        .AddSingleton<FreeDiskSpace>(folder => new DriveInfo(folder).AvailableFreeSpace)
        .AddSingleton<UploadFolder>()
        .AddSingleton<Uploads>()
        .AddSingleton<ImportFiles>()
        .AddSingleton<PlayMerge>()
        .AddSingleton<ImportPipeline>()
        .AddSingleton<ImportUndo>()
        .AddSingleton<ImportRunner>()
        .AddSingleton<DirectImport>()
        .AddSingleton<DemoSeeder>()
        .AddHostedService<ImportWorker>()
        .AddHostedService<UploadSweeper>()
        .AddHostedService<DemoAtFirstStart>()
        .AddCommand(ImportCommand.Command)
        .AddCommand(DemoCommand.Command);
}
