namespace Personalify.FakeSpotify;

/// <summary>The fake as a program. Not <c>Program</c>, since tests that use it also know the Api's.</summary>
internal static class FakeSpotifyProgram
{
    public static async Task Main(string[] args)
    {
        var options = new FakeSpotifyOptions();
        await using var app = FakeSpotifyApp.Build(args, options, TimeProvider.System);
        app.Configuration.GetSection("FakeSpotify").Bind(options);
        await app.RunAsync();
    }
}
