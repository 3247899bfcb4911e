using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Tests.Internal;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("", "a", "a")]
    [InlineData("input", "", "")]
    [InlineData("STRING", "string", "string")]
    [InlineData("greenish", "green", "green")]
    [InlineData("green", "greenish", "greenish")]
    [InlineData("abc", "acb", "acb")]
    [InlineData("a", "zz", "")]
    [InlineData("abc", "ab abcd xyz a", "ab abcd a")]
    [InlineData("a10", "a2 a12 a1", "a1 a12 a2")]
    public void What_resembles_the_input_comes_closest_first(string input, string options, string found) => Assert.Equal(
        found,
        string.Join(' ', Suggestions.Find(input, options.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Theory]
    [InlineData("", "")]
    [InlineData("A", " Did you mean \"A\"?")]
    [InlineData("A B", " Did you mean \"A\" or \"B\"?")]
    [InlineData("A B C", " Did you mean \"A\", \"B\", or \"C\"?")]
    [InlineData("A B C D E F", " Did you mean \"A\", \"B\", \"C\", \"D\", or \"E\"?")]
    public void Suggestions_become_a_sentence(string suggestions, string sentence) =>
        Assert.Equal(sentence, Suggestions.DidYouMean(suggestions.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("a", "b", -1)]
    [InlineData("a2", "a10", -1)]
    [InlineData("a10", "a2", 1)]
    [InlineData("a1b", "a1b", 0)]
    [InlineData("a", "a1", -1)]
    [InlineData("a99999999999999999999", "a100000000000000000000", -1)]
    public void Numbers_in_names_are_ordered_as_numbers(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(NaturalOrder.Instance.Compare(left, right)));
}
