using Npgsql;
using Personalify.Benchmarks.Music;
using Personalify.Benchmarks.Music.ByHand;
using Personalify.Benchmarks.Music.Schema;
using Personalify.Benchmarks.Music.Stores;

// The same small music server twice: `by-hand` writes every answer itself, `graphql` leaves it to Personalify.GraphQL.
var settings = MusicSettings.Read();
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
builder.WebHost.UseUrls(settings.Address);
await using var redis = await RedisConnection.OpenAsync(settings.Redis);
await using var postgres = NpgsqlDataSource.Create(settings.Postgres);
var cache = new MusicCache(redis);
var store = new MusicStore(postgres);
var known = await cache.KnownAsync();
if (args is ["graphql"]) builder.Services.AddMusicSchema(cache, store, known);

await using var app = builder.Build();
if (args is ["graphql"]) app.MapMusicSchema();
else app.Run(new Endpoints(store, cache, known).HandleAsync); // Terminal, without routing: nothing that could be left out is in the way.
await app.RunAsync();
