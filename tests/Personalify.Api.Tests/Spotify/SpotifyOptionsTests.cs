using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Tests.Spotify;

public sealed class SpotifyOptionsTests
{
    [Fact]
    public void Without_settings_nothing_is_wrong_and_there_is_no_app()
    {
        var options = Read();
        Assert.Null(options.App);
        Assert.Equal(
            ("https://accounts.spotify.com/", "https://api.spotify.com/v1/"),
            (options.AccountsRoot.AbsoluteUri, options.ApiRoot.AbsoluteUri));
    }

    [Fact]
    public void An_address_may_leave_out_its_last_slash()
    {
        var options = Read(("ClientId", "abc"), ("ApiUrl", "http://127.0.0.1:9/v1"), ("AccountsUrl", "https://accounts.example"));
        Assert.Equal(
            ("http://127.0.0.1:9/v1/", "https://accounts.example/"),
            (options.ApiRoot.AbsoluteUri, options.AccountsRoot.AbsoluteUri));
        Assert.Equal(("abc", null), (options.App!.ClientId, options.App.ClientSecret));
    }

    [Theory]
    [InlineData("ClientId", "a b")]
    [InlineData("ClientSecret", "hidden")]
    [InlineData("ApiUrl", "api.spotify.com")]
    [InlineData("ApiUrl", "http://192.168.1.5/v1/")]
    [InlineData("ApiUrl", "ftp://127.0.0.1/")]
    [InlineData("AccountsUrl", "https://someone:hidden@accounts.spotify.com/")]
    [InlineData("AccountsUrl", "https://accounts.spotify.com/?a=hidden")]
    [InlineData("AttemptTimeout", "00:01:00")]
    [InlineData("TotalTimeout", "01:00:00")]
    [InlineData("Retries", "0")]
    [InlineData("RetryDelay", "-00:00:01")]
    [InlineData("MaxRetryAfter", "1.00:00:00")]
    [InlineData("MaxBodyBytes", "10")]
    [InlineData("Budgets:RequestsPerSecond", "0")]
    [InlineData("Budgets:Burst", "0")]
    [InlineData("Budgets:Concurrency", "65")]
    [InlineData("Budgets:MaxWaiting", "0")]
    [InlineData("Budgets:MaxWait", "1.00:00:00")]
    [InlineData("Budgets:BackgroundShare", "1.1")]
    [InlineData("Budgets:Daily:Search", "-1")]
    public void What_cannot_work_is_named(string name, string value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read((name, value)));
        Assert.Contains("Spotify:" + name, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_are_looked_at_when_the_server_starts()
    {
        using var host = new Microsoft.Extensions.Hosting.HostBuilder()
            .ConfigureAppConfiguration((_, builder) => builder.AddInMemoryCollection([new("Spotify:Retries", "99")]))
            .ConfigureServices((_, services) => services.AddSingleton<IBudgetStore, MemoryBudgetStore>().AddSpotify()).Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    private static SpotifyOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Spotify:" + setting.Name, (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSpotify().BuildServiceProvider();
        return services.GetRequiredService<IOptions<SpotifyOptions>>().Value;
    }
}
