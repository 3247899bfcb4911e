using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Measures a model.</summary>
internal static class EvaluateCommand
{
    public static void Run(Options options, TextWriter output)
    {
        using var file = File.OpenRead(options.Required("--model"));
        var model = TitleModel.Load(file);
        output.WriteLine($"version {model.Version}");
        new Evaluation(model, CommentFile.Read(options.Required("--rows"))).Write(output);
    }
}
