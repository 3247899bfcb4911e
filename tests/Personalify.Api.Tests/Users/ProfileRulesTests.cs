using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Tests.Users;

public sealed class ProfileRulesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Calcutta")]
    [InlineData("Europe/Kiev")]
    [InlineData("US/Pacific")]
    public void An_IANA_zone_is_known(string timeZone) => Assert.Null(ProfileRules.CheckTimeZone(timeZone, "timeZone"));

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("europe/berlin")]
    [InlineData("../../etc/passwd")]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("Factory")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("right/Europe/Berlin")]
    [InlineData("+01:00")]
    public void Any_other_zone_is_named_in_the_error(string timeZone)
    {
        var error = Assert.IsType<InvalidInputError>(ProfileRules.CheckTimeZone(timeZone, "timeZone"));

        Assert.Equal("timeZone", error.Field);
        Assert.StartsWith($"'{timeZone}' is not the IANA name", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    public void A_display_name_has_1_to_128_characters(int length) =>
        Assert.NotNull(ProfileRules.CheckDisplayName(new string('x', length), "displayName"));

    [Fact]
    public void A_display_name_may_hold_emoji_but_no_line_feed()
    {
        Assert.Null(ProfileRules.CheckDisplayName("Zoë 👩‍🎤", "displayName"));
        Assert.Contains("no visible character", ProfileRules.CheckDisplayName("\u200b \u202e", "displayName")?.Message, StringComparison.Ordinal);
        Assert.NotNull(ProfileRules.CheckDisplayName("a\nb", "displayName"));
    }
}
