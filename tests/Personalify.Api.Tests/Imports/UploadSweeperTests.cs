using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class UploadSweeperTests
{
    [StoreFact]
    public async Task What_a_process_that_was_killed_left_of_a_body_is_removed_after_a_while()
    {
        await using var home = await ImportHome.CreateAsync(services =>
        {
            services.AddSpotify().AddSpotifyConnections();
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });
        var root = Directory.CreateDirectory(home.Get<UploadFolder>().Root).FullName;
        var (forgotten, arriving) = (Path.Combine(root, "graphql-upload-1"), Path.Combine(root, "graphql-upload-2"));
        await File.WriteAllTextAsync(forgotten, "half");
        await File.WriteAllTextAsync(arriving, "half");
        File.SetLastWriteTimeUtc(forgotten, DateTime.UtcNow.AddDays(-2));

        await home.Get<IEnumerable<IHostedService>>().OfType<UploadSweeper>().Single().SweepAsync(CancellationToken.None);

        Assert.Equal([arriving], Directory.GetFiles(root));
    }
}
