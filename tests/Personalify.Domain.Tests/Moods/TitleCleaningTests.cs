using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class TitleCleaningTests
{
    [Theory]
    [InlineData("Sunrise", "Sunrise")]
    [InlineData("  Sun\u00a0 rise\t", "Sun rise")]
    [InlineData("01 - Sunrise", "Sunrise")]
    [InlineData("3. Sunrise", "Sunrise")]
    [InlineData("12) Sunrise", "Sunrise")]
    [InlineData("99 Problems", "99 Problems")]
    [InlineData("7 rings", "7 rings")]
    [InlineData("1999", "1999")]
    [InlineData("505", "505")]
    public void Blanks_are_collapsed_and_a_track_number_goes(string title, string name) =>
        Assert.Equal(name, TitleCleaning.Clean(title));

    [Theory]
    [InlineData("Sunrise (feat. Mara Quill)", "Sunrise")]
    [InlineData("Sunrise (with Mara Quill)", "Sunrise")]
    [InlineData("Sunrise [Live at the Harbour]", "Sunrise")]
    [InlineData("Sunrise (2011 Remaster) [Mono]", "Sunrise")]
    [InlineData("Sunrise (From \"The Harbour\")", "Sunrise")]
    [InlineData("Sunrise (1999)", "Sunrise")]
    [InlineData("Sunrise (Live", "Sunrise")]
    [InlineData("(Live) Sunrise (Remix) Again", "Sunrise Again")]
    [InlineData("(I Can't Get No) Satisfaction", "(I Can't Get No) Satisfaction")]
    [InlineData("Sunrise (The World We Live In)", "Sunrise (The World We Live In)")]
    [InlineData("Sunrise (Stay With Me)", "Sunrise (Stay With Me)")]
    public void A_part_in_parentheses_goes_if_it_is_a_remark_on_the_recording(string title, string name) =>
        Assert.Equal(name, TitleCleaning.Clean(title));

    [Theory]
    [InlineData("Sunrise - Remastered 2011", "Sunrise")]
    [InlineData("Sunrise – Radio Edit", "Sunrise")]
    [InlineData("Sunrise - Live at the Harbour - 2003 Version", "Sunrise")]
    [InlineData("Sunrise - 2014", "Sunrise")]
    [InlineData("Sunrise - The Harbour", "Sunrise - The Harbour")]
    [InlineData("Ob-La-Di", "Ob-La-Di")]
    [InlineData("Sunrise feat. Mara Quill", "Sunrise")]
    [InlineData("Sunrise ft. Mara Quill & Others", "Sunrise")]
    [InlineData("Defeat. Victory", "Defeat. Victory")]
    public void An_end_after_a_dash_goes_if_it_is_a_remark_and_so_do_guests(string title, string name) =>
        Assert.Equal(name, TitleCleaning.Clean(title));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("(Live)")]
    [InlineData("Intro")]
    [InlineData("OUTRO (feat. Mara Quill)")]
    [InlineData("Instrumental")]
    [InlineData("Track 05")]
    [InlineData("Untitled")]
    [InlineData("Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio")]
    [InlineData("Suite in E-flat Major: Courante")]
    [InlineData("Cello Suite No. 1, BWV 1007")]
    public void A_title_that_names_only_its_place_or_a_numbered_work_has_no_name(string title) =>
        Assert.Equal("", TitleCleaning.Clean(title));

    [Theory]
    [InlineData("A Minor Incident")]
    [InlineData("Introduce Me")]
    [InlineData("Off the Track 5")]
    public void A_name_that_only_resembles_one_stays(string title) => Assert.Equal(title, TitleCleaning.Clean(title));

    [Fact]
    public void A_title_of_10_000_characters_is_read_up_to_its_limit() =>
        Assert.Equal(TitleCleaning.MaxLength, TitleCleaning.Clean(new string('a', 10_000)).Length);

    [Theory]
    [InlineData("((((((((")]
    [InlineData("))))(((([[[]]]")]
    [InlineData(" -  -  - ")]
    [InlineData("1.")]
    [InlineData("(feat.)(feat.)(feat.)")]
    public void Broken_titles_are_cleaned_without_an_error_and_cleaning_again_changes_nothing(string title)
    {
        var once = TitleCleaning.Clean(title);
        Assert.Equal(once, TitleCleaning.Clean(once));
    }
}
