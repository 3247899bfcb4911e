using FsCheck;
using FsCheck.Fluent;
using Personalify.Api.Catalog;

namespace Personalify.Api.Tests.Catalog;

public sealed class SearchNamesTests
{
    private static readonly string[] Loves = ["gloveless", "my love", "lovers rock", "(love) again", "love", "a-love", "unloved love"];

    [Fact]
    public void The_name_itself_comes_first_then_its_start_then_a_word_then_the_rest() => Assert.Equal(
        ["love", "lovers rock", "(love) again", "my love", "a-love", "unloved love", "gloveless"], Find(Loves, "love", 10));

    [Fact]
    public void No_more_are_found_than_asked_for_and_they_are_the_best() => Assert.Equal(["love", "lovers rock"], Find(Loves, "love", 2));

    [Theory]
    [InlineData("linkin   park", "linkin park")]
    [InlineData("jay z", "jay-z")]
    [InlineData("ac dc", "ac/dc")]
    [InlineData("ac/dc", "ac/dc")]
    [InlineData("\"toxic\"", "toxic")]
    [InlineData("!!!", "!!! (chk chk chk)")]
    [InlineData("don't", "don't stop")]
    [InlineData("don’t", "don't stop")]
    public void Blanks_and_signs_are_those_of_the_name_or_not(string text, string name) =>
        Assert.Equal([name], Find(["linkin park", "jay-z", "ac/dc", "toxic", "!!! (chk chk chk)", "don't stop"], text, 10));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hate")]
    [InlineData("lovelovelovelovelove")]
    public void What_no_name_has_finds_nothing(string key) => Assert.Empty(Find(Loves, key, 10));

    [Fact]
    public void The_matches_are_those_of_the_slow_way() => Prop.ForAll<string[], string, PositiveInt>((all, text, first) =>
    {
        string[] names = [.. all.OfType<string>().Select(Plain)];
        var key = Plain(text is { Length: > 2 } ? text[..2] : text ?? "");
        var slow = names.Where(name => key.Length > 0 && name.Contains(key, StringComparison.Ordinal))
            .OrderBy(name => name == key ? 0 : name.StartsWith(key, StringComparison.Ordinal) ? 1 : name.Contains($" {key}", StringComparison.Ordinal) ? 2 : 3)
            .Take(first.Get);
        return slow.SequenceEqual(Find(names, key, first.Get));
    }).QuickCheckThrowOnFailure();

    // Letters, digits and single blanks: what signs do has tests of its own.
    private static string Plain(string text) => string.Join(
        ' ', new string([.. text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string[] Find(string[] keys, string key, int first) =>
        [.. new SearchNames(keys, [.. Enumerable.Range(0, keys.Length)]).Find(key, first).Select(number => keys[number])];
}
