using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Differential;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>Numbers of very many digits, texts of every kind of character: taken or refused, with an answer that does not grow with them.</summary>
public sealed class HugeValueTests
{
    private static readonly GraphQLServer Server = new(BatterySchema.Build(), new RequestExecutorOptions { MaxDocumentBytes = 4 * 1024 * 1024 });
    private static readonly string Digits = new('9', 200_000);

    public static TheoryData<string, string> Numbers => new()
    {
        { "a", Digits }, { "a", $"-{Digits}" }, { "a", "1e999999999" }, { "a", $"1e{Digits}" }, { "a", $"0.{Digits}" }, { "fl", Digits }, { "fl", $"1.{Digits}e{Digits}" },
        { "fl", "-1e999999999" }, { "s", Digits }, { "b", $"1e{Digits}" }, { "e", Digits }, { "i", Digits }, { "l", $"1e-{Digits}" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_huge_number_is_refused_in_few_words(string argument, string number)
    {
        AssertRefused(await AskAsync($"{{ f({argument}: {number}) }}"));
        var type = new Dictionary<string, string> { ["a"] = "Int", ["fl"] = "Float", ["s"] = "String", ["b"] = "Boolean", ["e"] = "E", ["i"] = "In", ["l"] = "[Int!]" }[argument];
        AssertRefused(await AskAsync($"query ($v: {type}) {{ f({argument}: $v) }}", $"{{\"v\":{number}}}"));
    }

    [Fact]
    public async Task An_id_keeps_every_digit_or_is_refused()
    {
        using var result = await AskAsync($"{{ f(id: {Digits}) }}");
        Assert.Equal(RequestErrorKind.None, result.Kind);
        Assert.Contains(Digits, Encoding.UTF8.GetString(result.Data.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\u202Eright to left\u202C")]
    [InlineData("Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034Falgo")]
    [InlineData("\u0000\u0001\u0008\u000B\u001F\u007F")]
    [InlineData("\uFEFF\uFFFE\uFFFF")]
    [InlineData("\u2028\u2029\u0085\u00A0")]
    [InlineData("\U0010FFFF\U00010000")]
    public async Task Text_comes_back_as_it_was_sent(string text)
    {
        var many = string.Concat(Enumerable.Repeat(text, 10_000));
        var variables = JsonSerializer.Serialize(new { v = many });
        using var result = await AskAsync("query ($v: String) { f(s: $v) }", variables);
        using var data = JsonDocument.Parse(result.Data);
        using var echoed = JsonDocument.Parse(data.RootElement.GetProperty("f").GetString()!);
        Assert.Equal(many, echoed.RootElement.GetProperty("s").GetString());
    }

    [Theory]
    [InlineData("{ f(s: \"\\u{110000}\") }")]
    [InlineData("{ f(s: \"\\uD800\\uD800\") }")]
    [InlineData("{ f(s: \"\\u{FFFFFFFFFFFFFFFFFFFF}\") }")]
    public async Task An_escape_that_is_no_character_is_refused(string document)
    {
        using var result = await AskAsync(document);
        AssertRefused(result);
    }

    private static void AssertRefused(ExecutionResult result)
    {
        Assert.NotEqual(RequestErrorKind.None, result.Kind);
        Assert.All(result.Errors, error => Assert.True(error.Message.Length < 5_000, $"{error.Message.Length} characters"));
    }

    private static Task<ExecutionResult> AskAsync(string document, string variables = "{}") => Server.ExecuteAsync(new GraphQLRequest
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = JsonElement.Parse(variables),
    });
}
