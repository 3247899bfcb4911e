using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.Api.Access;
using Personalify.Api.Caching;
using Personalify.Api.Catalog;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Listening;
using Personalify.Api.Moods;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Api.Tests.Sync;
using Personalify.Api.Tops;

namespace Personalify.Api.Tests.Tops;

/// <summary>What another process of the same Api has: its own services on the same stores, with the same protection keys.</summary>
internal sealed class OtherProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OtherProcess(SyncHome home, string redis)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Main"] = home.Application.ConnectionString,
            ["ConnectionStrings:Redis"] = redis,
            ["Spotify:ClientId"] = home.Spotify.Options.ClientId,
            ["Spotify:AccountsUrl"] = home.Spotify.Url.ToString(),
            ["Spotify:ApiUrl"] = home.Spotify.ApiUrl.ToString(),
        }).Build();
        _services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(home.Application.Time)
            .AddStores(configuration).AddCaching(configuration).AddAccess().AddCatalog().AddListening().AddMoods().AddImports(configuration)
            .AddSpotify().AddSync(configuration).AddTops()
            .AddSingleton(home.Get<IDataProtectionProvider>())
            .AddSingleton<ISyncHistory>(home.History)
            .BuildServiceProvider();
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
