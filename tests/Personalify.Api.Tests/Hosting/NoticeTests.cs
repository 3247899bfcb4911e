using System.Net.Http.Headers;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class NoticeTests
{
    [StoreFact]
    public async Task The_licence_of_the_browser_IDE_is_served_where_the_notice_says()
    {
        Assert.Contains("(/graphql/LICENSE)", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "NOTICE")), StringComparison.Ordinal);
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();

        var response = await client.Http.GetAsync(new Uri("/graphql/LICENSE", UriKind.Relative));

        Assert.Equal(new MediaTypeHeaderValue("text/plain", "utf-8"), response.Content.Headers.ContentType);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "node_modules", "@chillicream", "bananacakepop-graphql-ide", "LICENSE")),
            await response.Content.ReadAsStringAsync());
    }
}
