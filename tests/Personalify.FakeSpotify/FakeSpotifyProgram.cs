namespace Personalify.FakeSpotify;

/// <summary>The fake as a program. Not <c>Program</c>, since tests that use it also know the Api's.</summary>
internal static class FakeSpotifyProgram
{
    public static async Task Main(string[] args)
    {
        await using var app = FakeSpotifyApp.Build(args, new FakeSpotifyOptions(), TimeProvider.System);
        await app.RunAsync();
    }
}
