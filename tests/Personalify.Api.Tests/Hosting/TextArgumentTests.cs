using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Personalify.Api.Hosting;
using Personalify.Api.Tests.Listening;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

/// <summary>
/// What clients may send as text, asked of the schema itself: a new argument or field of an input is tried without a change here.
/// </summary>
public sealed class TextArgumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Zoë 👩‍🎤 \u202Etfel ot thgir\u202C")]
    [InlineData("🎵")]
    public void Whole_characters_that_can_be_seen_are_fine(string text) => Assert.Null(TextArguments.Complain(text));

    [Theory]
    [InlineData("a\0b", "It has the control character U+0000 at place 2.")]
    [InlineData("tab\t", "It has the control character U+0009 at place 4.")]
    [InlineData("\u0085", "It has the control character U+0085 at place 1.")]
    [InlineData("🎵\u007F", "It has the control character U+007F at place 3.")]
    public void A_control_character_is_named_with_its_place(string text, string complaint) =>
        Assert.StartsWith(complaint, TextArguments.Complain(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 'a', '\uD83D' }, "U+D83D, a lone surrogate) at place 2")]
    [InlineData(new[] { '\uDFB5', 'a' }, "U+DFB5, a lone surrogate) at place 1")]
    [InlineData(new[] { '\uD83C', '\uDFB5', '\uD83C' }, "U+D83C, a lone surrogate) at place 3")]
    public void Half_a_character_is_named_with_its_place(char[] text, string complaint) =>
        Assert.Contains(complaint, TextArguments.Complain(new string(text)), StringComparison.Ordinal);

    [StoreFact]
    public async Task Every_text_of_the_schema_is_refused_for_control_characters_and_answered_whatever_else_it_is()
    {
        await using var application = await ListeningApplication.StartAsync();
        var administrator = application.Ada;
        // A play, so that the ways through the first play and its track lead somewhere.
        await application.Database.AddAsync(ListeningDatabase.UserId, new GivenPlay("2024-01-01T12:00:00Z"));
        var places = await TextPlaces.OfAsync(administrator);

        Assert.Superset(
            new HashSet<string>([
                "Query.search(text)", "Query.artist(id)", "Query.users(after)",
                "User.plays(filter.trackId)", "Mutation.createAccount(input.password)", "Subscription.importProgressed(id)"]),
            places.Select(place => place.Name).ToHashSet());
        List<string> wrong = [];
        foreach (var place in places)
        foreach (var (text, isRefused) in Texts)
        foreach (var isVariable in (bool[])[true, false])
        {
            if (Complain(await AskAsync(administrator, place, text, isVariable), place, isRefused) is { } complaint)
                wrong.Add($"{place.Name}, {(isVariable ? "variable" : "literal")} {text[..Math.Min(text.Length, 12)]}: {complaint}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>Characters as JSON escapes them, and whether our own rule must refuse them with an error that names the argument.</summary>
    private static IEnumerable<(string Escaped, bool IsRefused)> Texts =>
    [
        (@"a\u0000b", true), (@"\u0007", true), (@"a\tb", true), (@"a\u0085b", true), (@"\u007f", true),
        (@"a\u202eb", false), (@"\u2066\u200f", false), (@"a\ud800b", false), (@"\udc00", false), (new string('x', 1_000_000), false),
    ];

    private static async Task<string> AskAsync(ApiClient client, TextPlace place, string escaped, bool isVariable)
    {
        var document = place.Document(isVariable ? "$text" : "\"" + escaped + "\"", isVariable);
        var body = "{\"query\":" + JsonSerializer.Serialize(document) + ",\"variables\":{"
            + (isVariable ? "\"text\":\"" + escaped + "\"" : "") + "}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(place.IsSubscription ? "text/event-stream" : "application/json"));
        using var response = await client.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static string? Complain(string answer, TextPlace place, bool isRefused)
    {
        if (answer.Contains("Unexpected Execution Error", StringComparison.Ordinal)
            || !answer.Contains("\"data\"", StringComparison.Ordinal) && !answer.Contains("\"code\"", StringComparison.Ordinal))
        {
            return answer;
        }

        if (!isRefused) return null;
        var isNamed = answer.Contains("control character", StringComparison.Ordinal)
            && answer.Contains("\"code\"", StringComparison.Ordinal)
            && answer.Contains(place.Leaf, StringComparison.Ordinal);
        return isNamed ? null : answer;
    }
}
