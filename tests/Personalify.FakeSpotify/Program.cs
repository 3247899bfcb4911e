using Personalify.FakeSpotify;

var options = new FakeSpotifyOptions();
await using var app = FakeSpotifyApp.Build(args, options, TimeProvider.System);
app.Configuration.GetSection("FakeSpotify").Bind(options);
await app.RunAsync();
