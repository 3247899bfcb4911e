namespace Personalify.Api.Export;

/// <summary>From what is kept of a listener back to files.</summary>
public static class ExportModule
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services
        .AddSingleton<ExportStore>()
        .AddSingleton<ExportTurns>()
        .AddSingleton<AccountFile>()
        .AddSingleton<HistoryExport>();
}
