using Personalify.Api.Access;
using Personalify.Api.Access.Connections;

namespace Personalify.Api.Tests.Access.Connections;

public sealed class SpotifyNewAccountsTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("  Ada \u200B Byron ", "Ada  Byron")]
    [InlineData("\u202E\u0007", "listener")]
    [InlineData("   ", "listener")]
    public void A_name_is_made_of_what_can_be_seen(string given, string name) => Assert.Equal(name, SpotifyNewAccounts.NameOf(given));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var name = SpotifyNewAccounts.NameOf(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 40)));

        Assert.InRange(name.Length, 50, 60);
        Assert.Null(AccountRules.CheckName(name, "name"));
    }
}
