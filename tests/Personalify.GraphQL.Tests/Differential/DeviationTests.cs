using System.Text.Json;
using Personalify.DevStack;

namespace Personalify.GraphQL.Tests.Differential;

/// <summary>
/// Where we differ from graphql-js on purpose: what we say instead. That graphql-js still says otherwise is checked together with
/// the written battery.
/// </summary>
public sealed class DeviationTests
{
    private static readonly DifferentialEngine Engine = new(BatterySchema.Build());

    public static TheoryData<string> Deviations =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "conformance", "deviations.json"))).EnumerateArray().Select(deviation => deviation.GetRawText())];

    [Theory]
    [MemberData(nameof(Deviations))]
    public async Task We_refuse_what_graphql_js_takes(string text)
    {
        var deviation = JsonElement.Parse(text);
        Assert.NotEmpty(deviation.GetProperty("reason").GetString()!);

        var answer = JsonSerializer.SerializeToElement(await Engine.AnswerAsync(deviation));

        Assert.Equal(Lines(deviation.GetProperty("failures")), Lines(answer.GetProperty("failures")));
        if (answer.TryGetProperty("isValid", out var isValid)) Assert.False(isValid.GetBoolean());
        else AssertRequestError(answer.GetProperty("answer"));
    }

    private static void AssertRequestError(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("data", out _));
        Assert.NotEqual(0, answer.GetProperty("errors").GetArrayLength());
    }

    private static IEnumerable<string?> Lines(JsonElement lines) => lines.EnumerateArray().Select(line => line.GetString());
}
