using Personalify.GraphQL.Tests.Differential;
using Xunit.Abstractions;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>A share of what <c>make bench-fuzz</c> does with ten million inputs. Another seed: <c>PERSONALIFY_SEED=7</c>.</summary>
public sealed class FuzzTests(ITestOutputHelper log)
{
    [Fact]
    public void Whatever_the_bytes_are_the_engine_answers_or_refuses()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("PERSONALIFY_SEED") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        var fuzzer = new Fuzzer(BatterySchema.Build(), BatterySchema.Sdl, seed);

        fuzzer.Run(15_000);

        log.WriteLine($"seed {seed}: {fuzzer.Fates} fates, {fuzzer.Accepted} accepted");
        Assert.True(fuzzer.Accepted > 1_000, $"Only {fuzzer.Accepted} inputs were accepted.");
        Assert.True(fuzzer.Fates > 500, $"Only {fuzzer.Fates} fates were met.");
    }
}
