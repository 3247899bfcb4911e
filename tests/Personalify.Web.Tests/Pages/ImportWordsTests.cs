using Personalify.Web.Api;
using Personalify.Web.Pages.Imports;

namespace Personalify.Web.Tests.Pages;

public sealed class ImportWordsTests
{
    [Theory]
    [InlineData(0.04, "in 0 seconds")]
    [InlineData(1.04, "in 1 second")]
    [InlineData(2.31, "in 2.3 seconds")]
    public void A_report_says_how_long_it_took(double seconds, string expected) => Assert.Equal(expected, ImportWords.Took(Report(seconds: seconds)));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, "1 episode kept apart")]
    [InlineData(534, 12, "534 episodes and 12 chapters kept apart")]
    public void Spoken_word_is_named_apart(int episodes, int chapters, string? expected) =>
        Assert.Equal(expected, ImportWords.KeptApart(Report(episodes, chapters)));

    [Fact]
    public void An_import_of_spoken_word_only_speaks_of_that()
    {
        var summary = new ImportSummary("1", ImportStatus.Completed, false, [], default, null, new ReportSummary(0, 0, 60, 0, null, null));
        Assert.Equal("60 episodes kept apart", ImportWords.Outcome(summary));
        Assert.Equal("Take back the 60 episodes of this import? What came with other imports stays.", ImportWords.UndoQuestion(Report(60) with { Plays = 0 }));
        Assert.Equal("Take back the 5 plays that this import added? Plays from other imports stay.", ImportWords.UndoQuestion(Report(60, added: 5)));
    }

    [Theory]
    [InlineData(ImportStatus.Completed, false, 0, "Nothing new: all plays were already there")]
    [InlineData(ImportStatus.Completed, false, 1, "1 play added")]
    [InlineData(ImportStatus.Completed, true, 0, "7 plays found")]
    [InlineData(ImportStatus.Undone, false, 5, "The import was undone")]
    public void The_headline_says_what_happened(ImportStatus status, bool isPreview, int added, string expected) =>
        Assert.Equal(expected, ImportWords.Headline(new Import("1", status, isPreview, [], default, null, null, Report(added: added), null, false)));

    [Theory]
    [InlineData(ImportStatus.Completed, false, "5 plays added", "Added")]
    [InlineData(ImportStatus.Completed, true, "7 plays in the files", "Would be added")]
    [InlineData(ImportStatus.Undoing, false, "5 plays had been added", "Added")]
    [InlineData(ImportStatus.Undone, false, "5 plays had been added", "Undone")]
    public void An_import_that_was_undone_has_added_nothing(ImportStatus status, bool isPreview, string outcome, string label)
    {
        Assert.Equal(outcome, ImportWords.Outcome(
            new ImportSummary("1", status, isPreview, [], default, null, new ReportSummary(5, 7, 0, 0, null, null))));
        Assert.Equal(label, ImportWords.Added(new Import("1", status, isPreview, [], default, null, null, Report(added: 5), null, false)));
    }

    [Theory]
    [InlineData(ImportStatus.Completed, 0, null)]
    [InlineData(ImportStatus.Completed, null, null)]
    [InlineData(ImportStatus.Completed, 1, "1 play")]
    [InlineData(ImportStatus.Completed, 40, "40 plays")]
    [InlineData(ImportStatus.Undone, 40, null)]
    public void A_report_says_how_many_plays_took_the_place_of_polled_ones(ImportStatus status, int? replaced, string? plays)
    {
        var import = new Import("1", status, false, [], default, null, null, Report() with { Replaced = replaced }, null, false);
        var says = plays is null
            ? null
            : $"Of these files, {plays} took the place of what Spotify had told while it was recent; no play counts twice.";

        Assert.Equal(says, ImportWords.Replaced(import));
    }

    private static ImportReport Report(int episodes = 0, int chapters = 0, double seconds = 0, int added = 0) =>
        new(10, added, 0, episodes, chapters, 3, 7, 0, seconds, null, null, [], []);
}
