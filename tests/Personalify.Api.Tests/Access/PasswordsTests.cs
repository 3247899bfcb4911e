using Personalify.Api.Access;

namespace Personalify.Api.Tests.Access;

public sealed class PasswordsTests
{
    private readonly Passwords _passwords = new();

    [Fact]
    public void A_password_fits_its_own_hash_and_no_other()
    {
        var hash = _passwords.Hash("correct horse");

        Assert.True(_passwords.Verify(hash, "correct horse"));
        Assert.False(_passwords.Verify(hash, "Correct horse"));
        Assert.NotEqual(hash, _passwords.Hash("correct horse"));
    }

    [Fact]
    public void The_same_letters_composed_differently_are_the_same_password() =>
        Assert.True(_passwords.Verify(_passwords.Hash("caf\u00e9-au-lait"), "cafe\u0301-au-lait"));

    [Fact]
    public void Without_a_hash_nothing_fits() => Assert.False(_passwords.Verify(null, ""));

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_password_has_8_to_128_characters(int length, bool expected) =>
        Assert.Equal(expected, Passwords.IsAllowed(new string('x', length)));
}
