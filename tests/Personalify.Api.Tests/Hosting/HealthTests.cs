using System.Net;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class HealthTests
{
    [StoreFact]
    public async Task Ready_names_every_store()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();

        var response = await client.Http.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("""{"status":"ready","stores":[{"name":"main","status":"up",""", text, StringComparison.Ordinal);
        Assert.Contains("""{"name":"stats","status":"not configured",""", text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_stats_node_that_is_away_does_not_matter()
    {
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Stats", "Host=127.0.0.1;Port=1;Username=nobody"));
        using var client = application.Connect();

        var response = await client.Http.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("""{"name":"stats","status":"away",""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Without_the_main_store_the_Api_lives_but_is_not_ready()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        await application.LoseMainAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync("/health/live")).StatusCode);
    }

    [StoreFact]
    public async Task Every_response_carries_the_security_headers()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();

        foreach (var address in (string[])["/health/live", "/nowhere"])
        {
            var headers = (await client.Http.GetAsync(address)).Headers;
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await client.Http.SendAsync(request)).StatusCode);
    }
}
