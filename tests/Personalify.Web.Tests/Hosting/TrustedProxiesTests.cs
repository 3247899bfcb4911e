using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Hosting;

/// <summary>Whom the Web believes about the browser's address, and about https, by which cookies become secure.</summary>
public sealed class TrustedProxiesTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Browser = "203.0.113.7";

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("172.30.87.5", "172.30.87.0/24", true)]
    [InlineData("::ffff:172.30.87.5", "172.30.87.0/24", true)]
    [InlineData("172.30.88.5", "172.30.87.0/24", false)]
    [InlineData("172.30.87.5", null, false)]
    public async Task A_proxy_of_this_machine_or_of_a_network_that_is_named_is_believed(string proxy, string? network, bool isBelieved)
    {
        await using var web = pages.WithWebHostBuilder(builder =>
        {
            if (network is not null) builder.UseSetting("Hosting:TrustedProxies:0", network);
        });

        var context = await web.Server.SendAsync(context => Ask(context, proxy));

        Assert.Equal(isBelieved ? "https" : "http", context.Request.Scheme);
        Assert.Equal(isBelieved, pages.Api.LastAddress == Browser);
    }

    private static void Ask(HttpContext context, string proxy)
    {
        (context.Request.Method, context.Request.Path, context.Request.Host) = ("GET", "/settings", new HostString("localhost"));
        context.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
        context.Request.Headers.Cookie = "personalify_session=a-token";
        context.Request.Headers["X-Forwarded-For"] = Browser;
        context.Request.Headers["X-Forwarded-Proto"] = "https";
    }
}
