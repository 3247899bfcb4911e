using FsCheck;
using FsCheck.Fluent;
using Personalify.Api.Catalog;

namespace Personalify.Api.Tests.Catalog;

public sealed class SearchNamesTests
{
    private static readonly string[] Loves = ["gloveless", "my love", "lovers rock", "(love) again", "love", "a-love", "unloved love"];

    [Fact]
    public void The_name_itself_comes_first_then_its_start_then_a_word_then_the_rest() => Assert.Equal(
        ["love", "lovers rock", "my love", "(love) again", "a-love", "unloved love", "gloveless"], Find(Loves, "love", 10));

    [Fact]
    public void No_more_are_found_than_asked_for_and_they_are_the_best() => Assert.Equal(["love", "lovers rock"], Find(Loves, "love", 2));

    [Theory]
    [InlineData("")]
    [InlineData("hate")]
    [InlineData("lovelovelovelovelove")]
    public void What_no_name_has_finds_nothing(string key) => Assert.Empty(Find(Loves, key, 10));

    [Fact]
    public void The_matches_are_those_of_the_slow_way() => Prop.ForAll<string[], string, PositiveInt>((all, text, first) =>
    {
        string[] names = [.. all.OfType<string>()];
        var key = text is { Length: > 2 } ? text[..2] : text ?? "";
        var slow = names.Where(name => key.Length > 0 && name.Contains(key, StringComparison.Ordinal))
            .OrderBy(name => name == key ? 0 : name.StartsWith(key, StringComparison.Ordinal) ? 1 : HasWord(name, key) ? 2 : 3).Take(first.Get);
        return slow.SequenceEqual(Find(names, key, first.Get));
    }).QuickCheckThrowOnFailure();

    private static bool HasWord(string name, string key) => Enumerable.Range(1, Math.Max(0, name.Length - 1)).Any(place =>
        " -/.,:;!?&+()[]{}\"'".Contains(name[place - 1], StringComparison.Ordinal) && name[place..].StartsWith(key, StringComparison.Ordinal));

    private static string[] Find(string[] keys, string key, int first) =>
        [.. new SearchNames(keys, [.. Enumerable.Range(0, keys.Length)]).Find(key, first).Select(number => keys[number])];
}
