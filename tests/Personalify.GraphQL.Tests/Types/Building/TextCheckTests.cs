using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>One rule for every text that clients send.</summary>
public sealed class TextCheckTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType<Query>()
        .CheckTexts(text => text.Contains('!', StringComparison.Ordinal) ? "It shouts." : null)
        .Build();

    [Theory]
    [InlineData("""{ say(text: "no!") }""", "Argument \"Query.say(text:)\" has invalid value: It shouts.")]
    [InlineData("""{ find(id: "1!") }""", "Argument \"Query.find(id:)\" has invalid value: It shouts.")]
    [InlineData("""{ all(texts: ["a", "b!"]) }""", "Argument \"Query.all(texts:)\" has invalid value: It shouts.")]
    [InlineData("""{ pages(after: "x!") { nodes } }""", "Argument \"Query.pages(after:)\" has invalid value: It shouts.")]
    [InlineData("""{ nest(input: { texts: ["a!"] }) }""", "Argument \"Query.nest(input:)\" has invalid value at .texts: It shouts.")]
    [InlineData(
        """{ nest(input: { inner: { id: "7!" } }) }""", "Argument \"Query.nest(input:)\" has invalid value at .inner.id: It shouts.")]
    public async Task A_text_that_may_not_be_is_an_error_that_names_its_place(string query, string message) =>
        Assert.Equal(message, (await Schema.FailsAsync(query)).Message);

    [Theory]
    [InlineData("""{ say(text: "yes") find(id: "1") all(texts: ["a", null]) }""", """{"say":"yes!","find":1,"all":2}""")]
    [InlineData("""{ nest(input: { texts: [], inner: { id: 3 } }) }""", """{"nest":3}""")]
    public Task Others_go_in_and_what_comes_out_is_not_asked_about(string query, string data) => Schema.AnswersAsync(query, data);

    internal sealed class Query
    {
        public static string Say(string text) => text + "!";

        public static int Find([ID] int id) => id;

        public static int All(IReadOnlyList<string?> texts) => texts.Count;

        [UsePaging]
        public static IEnumerable<int> Pages() => [1];

        public static int Nest(Outer input) => input.Inner?.Id ?? 0;
    }

    internal sealed record Outer(IReadOnlyList<string>? Texts, Inner? Inner);

    internal sealed record Inner([property: ID] int Id);
}
