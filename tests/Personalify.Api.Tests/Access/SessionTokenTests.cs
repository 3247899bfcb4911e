using Personalify.Api.Access;

namespace Personalify.Api.Tests.Access;

public sealed class SessionTokenTests
{
    [Fact]
    public void A_token_is_256_random_bits_that_a_header_can_carry()
    {
        var token = SessionToken.Create();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.True(SessionToken.IsWellFormed(token));
        Assert.NotEqual(token, SessionToken.Create());
        Assert.Equal(32, SessionToken.Hash(token).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("äöüaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Anything_else_is_not_looked_up(string text) => Assert.False(SessionToken.IsWellFormed(text));
}
