using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

public sealed class StackFitTests
{
    /// <summary>The first logit is twice too sure, and the others say nothing.</summary>
    [Fact]
    public void A_part_that_is_too_sure_is_calibrated()
    {
        var inputs = Inputs(20_000, tooSure: 2);
        var stack = StackFit.Fit(inputs);
        for (var logit = -3; logit <= 3; logit++)
        {
            var row = new float[MoodStack.Inputs];
            row[0] = 2 * logit;
            Assert.Equal(1 / (1 + Math.Exp(-logit)), stack.Probabilities(row).Anger, 0.03);
        }
    }

    [Fact]
    public void The_threshold_is_where_F1_is_largest()
    {
        var inputs = Inputs(20_000, tooSure: 1);
        var stack = StackFit.Fit(inputs);
        var probabilities = inputs.Logits.Select(row => stack.Probabilities(row).Anger).ToList();
        double F1(float threshold) => Counts.Of(probabilities.Select((p, i) => (p >= threshold, inputs.Has(i, 0) == 1))).F1;
        var best = stack.Thresholds[0];
        Assert.All(Enumerable.Range(1, 19), twentieth => Assert.True(F1(best) >= F1(twentieth / 20f) - 1e-9));
    }

    private static StackInputs Inputs(int count, float tooSure)
    {
        var random = new RandomNumbers(3);
        var (moods, logits) = (new int[count], new float[count][]);
        for (var i = 0; i < count; i++)
        {
            var logit = 4 * random.NextSigned();
            moods[i] = random.NextSingle() < 1 / (1 + MathF.Exp(-logit)) ? 1 : 0;
            logits[i] = new float[MoodStack.Inputs];
            logits[i][0] = tooSure * logit;
        }
        return new StackInputs(moods, logits);
    }
}
