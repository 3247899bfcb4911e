namespace Personalify.Web.Covers;

public static class CoversModule
{
    public static IServiceCollection AddCovers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CoverOptions>().Bind(configuration.GetSection("Covers"))
            .Validate(options => options.MaxBytes >= options.MaxImageBytes,
                "Covers:MaxBytes is less than Covers:MaxImageBytes: no image could be kept.")
            .Validate(options => options.MaxConcurrency is > 0 and <= 64, "Covers:MaxConcurrency may be 1 to 64.")
            .ValidateOnStart();
        services.AddHttpClient(CoverCache.ClientName).ConfigurePrimaryHttpMessageHandler(
            () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3) });
        return services.AddSingleton<CoverFiles>().AddSingleton<CoverCache>();
    }
}
