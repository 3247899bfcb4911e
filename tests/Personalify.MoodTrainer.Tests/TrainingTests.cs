using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

public sealed class TrainingTests
{
    private static readonly Lazy<byte[]> Trained = new(Train);

    /// <summary>The version is made of the bytes, so this also fails where another machine rounds otherwise.</summary>
    [Fact]
    public void Training_gives_the_same_file_on_every_machine() => Assert.Equal("8920d2fa4a", Load(Trained.Value).Version);

    [Fact]
    public void Training_twice_gives_the_same_bytes() => Assert.Equal(Trained.Value, Train());

    [Fact]
    public void Another_seed_gives_other_bytes() =>
        Assert.NotEqual(Trained.Value, Train(MadeUp.Options with { Sum = MadeUp.Options.Sum with { Seed = 77 } }));

    [Theory]
    [InlineData("so happy today", Mood.Joy)]
    [InlineData("the lonely table is lonely", Mood.Sadness)]
    [InlineData("we rage!", Mood.Anger)]
    public void What_was_learned_is_told(string title, Mood mood)
    {
        Assert.True(Load(Trained.Value).TryScore(title, out var probabilities));
        Assert.Equal(mood, MoodThreshold.Tell(probabilities));
    }

    [Fact]
    public void The_model_is_measured_on_comments()
    {
        var evaluation = new Evaluation(Load(Trained.Value), MadeUp.Comments());
        Assert.InRange(evaluation.MacroF1, 0.95, 1);
        Assert.InRange(evaluation.MicroF1, 0.95, 1);
        Assert.InRange(evaluation.TopCalibrationError, 0, 0.1);
        Assert.All(evaluation.Moods, mood => Assert.InRange(mood.CalibrationError, 0, 0.05));
    }

    private static TitleModel Load(byte[] bytes) => TitleModel.Load(new MemoryStream(bytes));

    private static byte[] Train() => Train(MadeUp.Options);

    private static byte[] Train(TrainingOptions options) =>
        new Training(MadeUp.Comments(), MadeUp.Vectors, options, TextWriter.Null).Run().Write();
}
