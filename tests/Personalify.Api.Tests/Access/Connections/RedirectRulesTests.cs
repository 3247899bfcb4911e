using Personalify.Api.Access.Connections;

namespace Personalify.Api.Tests.Access.Connections;

public sealed class RedirectRulesTests
{
    [Theory]
    [InlineData("https://music.example/spotify/callback", null)]
    [InlineData("https://music.example:8443/p-1/spotify/callback", null)]
    [InlineData("http://127.0.0.1:5080/spotify/callback", null)]
    [InlineData("http://[::1]:5080/spotify/callback", null)]
    [InlineData("https://127.0.0.1/spotify/callback", null)]
    [InlineData("http://localhost:5080/spotify/callback", "http://127.0.0.1:5080")]
    [InlineData("https://LOCALHOST/spotify/callback", "127.0.0.1")]
    [InlineData("http://192.168.1.5:5080/spotify/callback", "192.168.1.5 is neither")]
    [InlineData("http://nas:5080/spotify/callback", "nas is neither")]
    [InlineData("http://127.0.0.1.evil.example/spotify/callback", "is neither")]
    [InlineData("http://127.0.0.1:5080/spot-ify/callback", "hyphen")]
    [InlineData("https://user@music.example/spotify/callback", "no address")]
    [InlineData("https://music.example/spotify/callback#here", "no address")]
    [InlineData("ftp://127.0.0.1/spotify/callback", "no address")]
    [InlineData("", "no address")]
    public void Spotifys_rules_are_known_before_it_is_asked(string address, string? problem)
    {
        var found = RedirectRules.FindProblem(address);

        if (problem is null) Assert.Null(found);
        else Assert.Contains(problem, found, StringComparison.Ordinal);
    }
}
