using System.Text.RegularExpressions;
using Personalify.Web.Languages;

namespace Personalify.Web.Tests.Languages;

public sealed partial class TextsTests
{
    // Their sentences are keys without a use in the Web: the Api writes them.
    private const string OfTheApi = "Api";

    // Looked up by a variable: the words that are counted in a list.
    private static readonly string[] Counted = ["episode", "episodes", "chapter", "chapters"];

    public static TheoryData<string> Others => [.. Language.All.Where(language => language != Language.English).Select(language => language.Key)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_sentence_that_a_page_looks_up_is_known_in_the_language(string language)
    {
        var known = ResourceFile.Folders(language).ToDictionary(folder => folder, folder => ResourceFile.Read(folder, language));
        var missing = WebSources.Used().Where(used => known.GetValueOrDefault(used.Folder)?.ContainsKey(used.Key) != true);
        Assert.Empty(missing.Select(used => $"{used.Folder}: {used.Key}").Distinct());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_translation_is_left_over(string language)
    {
        var used = WebSources.Used().ToLookup(text => text.Folder, text => text.Key);
        var unused = ResourceFile.Folders(language).Where(folder => folder != OfTheApi)
            .SelectMany(folder => ResourceFile.Read(folder, language).Keys.Except(used[folder]).Except(Counted).Select(key => $"{folder}: {key}"));
        Assert.True(!unused.Any(), string.Join("\n", unused));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_translation_has_the_gaps_and_the_markup_of_its_sentence(string language)
    {
        var wrong = ResourceFile.Folders(language).SelectMany(folder => ResourceFile.Read(folder, language))
            .Where(text => !Fixed(text.Key).SequenceEqual(Fixed(text.Value)) || string.IsNullOrWhiteSpace(text.Value));
        Assert.Empty(wrong.Select(text => $"{text.Key} → {text.Value}"));
    }

    // Resources are built without regard to case, so that the second of two such keys would be lost.
    [Theory]
    [MemberData(nameof(Others))]
    public void No_two_sentences_of_a_folder_differ_by_case_only(string language)
    {
        var alike = ResourceFile.Folders(language).SelectMany(folder => ResourceFile.Read(folder, language).Keys
            .GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(keys => keys.Count() > 1).Select(keys => $"{folder}: {keys.Key}"));
        Assert.Empty(alike);
    }

    [Fact]
    public void No_view_has_text_of_its_own()
    {
        var standing = WebSources.Views.SelectMany(view => WebSources.Standing(view).Select(text => $"{Path.GetFileName(view)}: {text}"));
        Assert.True(!standing.Any(), string.Join("\n", standing));
    }

    [Fact]
    public void No_class_has_sentences_of_its_own()
    {
        var standing = WebSources.Code.Where(file => Shown().IsMatch(file))
            .SelectMany(file => WebSources.StandingInCode(file).Select(text => $"{Path.GetFileName(file)}: {text}"));
        Assert.True(!standing.Any(), string.Join("\n", standing));
    }

    [Fact]
    public void The_sources_are_read() => Assert.True(WebSources.Used().Count() > 300);

    private static IEnumerable<string> Fixed(string text) => GapOrTag().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    // What the other folders throw is translated where it is shown; the patterns of days are the languages' own.
    [GeneratedRegex("/(Pages|Components|Statistics)/")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\{\d\}|<[^>]+>")]
    private static partial Regex GapOrTag();
}
