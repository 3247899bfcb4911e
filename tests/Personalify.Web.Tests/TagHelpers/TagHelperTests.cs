using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Time.Testing;
using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.TagHelpers;
using Personalify.Testing;

namespace Personalify.Web.Tests.TagHelpers;

public sealed class TagHelperTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<span aria-hidden=\"true\" class=\"cover hue-9\">S</span>")]
    [InlineData("& <b>", "<span aria-hidden=\"true\" class=\"cover hue-2\">B</span>")]
    public void A_hostile_name_is_only_letters_on_its_cover(string name, string expected) =>
        Assert.Equal(expected, Render(new CoverTagHelper { Name = name }));

    [Theory]
    [InlineData("Velvet <b>Harbor</b>", "<bdi>Velvet &lt;b&gt;Harbor&lt;/b&gt;</bdi>")]
    [InlineData("\u2069\u202eevil\u2067", "<bdi>&#x202E;evil&#x2067;&#x2069;</bdi>")]
    public void A_name_stays_in_its_isolate(string name, string expected) =>
        Assert.Equal(expected, Render(new NameTagHelper { Value = name }));

    [Fact]
    public void A_cover_shows_the_artwork_over_the_initials_and_from_this_host()
    {
        var html = Render(new CoverTagHelper { Name = "Ines", ImageUrl = "https://i.scdn.co/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa" });

        Assert.Contains(">I<img ", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/covers/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa\"", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://i.scdn.co/image/a\"b")]
    [InlineData("https://example.com/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Artwork_from_elsewhere_is_not_shown(string url) =>
        Assert.DoesNotContain("<img", Render(new CoverTagHelper { Name = "Ines", ImageUrl = url }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.4, "40")]
    [InlineData(7, "100")]
    [InlineData(-1, "0")]
    [InlineData(double.NaN, "0")]
    public void A_bar_stays_within_its_place(double share, string width) =>
        Assert.Contains($"<rect width=\"{width}\" height=\"3\"></rect>", Render(new BarTagHelper { Share = share }), StringComparison.Ordinal);

    [Fact]
    public void A_bar_has_no_inline_style() => Assert.DoesNotContain("style", Render(new BarTagHelper { Share = 0.5 }), StringComparison.Ordinal);

    [Fact]
    public void A_moment_is_told_on_the_clock_of_the_listener()
    {
        var html = Render(new MomentTagHelper { Value = new(2025, 7, 1, 23, 30, 0, TimeSpan.Zero), Viewer = ViewerIn("Europe/Berlin"), WithDay = true });

        Assert.Equal("<time datetime=\"2025-07-02T01:30:00&#x2B;02:00\">2&#xA0;Jul&#xA0;2025, 01:30</time>", html);
    }

    [Fact]
    public void An_unknown_zone_is_UTC_and_not_an_error() =>
        Assert.Contains(">23:30<", Render(new MomentTagHelper { Value = new(2025, 7, 1, 23, 30, 0, TimeSpan.Zero), Viewer = ViewerIn("Mars/Olympus") }), StringComparison.Ordinal);

    [Fact]
    public void A_day_is_readable_for_people_and_for_machines() =>
        Assert.Equal("<time datetime=\"2025-02-09\">9&#xA0;Feb&#xA0;2025</time>", Render(new DayTagHelper { Value = new(2025, 2, 9) }));

    [Fact]
    public void A_number_names_what_it_counts() =>
        Assert.Equal("<span class=\"amount\">8,946 plays</span>", Render(new NumberTagHelper { Value = 8946, One = "play", Many = "plays" }));

    private static Viewer ViewerIn(string zone) =>
        new(new ViewerUser("1", "ines", "Ines", UserRole.Listener, zone, false, null), new FakeTimeProvider(DateTimeOffset.UnixEpoch));

    private static string Render(TagHelper helper)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
