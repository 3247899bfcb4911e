using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Trains the model that the repository holds.</summary>
internal static class TrainCommand
{
    public static void Run(Options options, TextWriter output)
    {
        var (data, path) = (options.Required("--data"), options.Required("--output"));
        var dev = CommentFile.Read(Path.Combine(data, "dev.tsv"));
        var bytes = Train(data, options.Optional("--vectors"), output);
        File.WriteAllBytes(path, bytes);
        var model = TitleModel.Load(new MemoryStream(bytes));
        output.WriteLine($"{path}: {bytes.Length:#,0} bytes, version {model.Version}");
        new Evaluation(model, dev).Write(output);
    }

    /// <summary>The bytes of the model that these data give.</summary>
    public static byte[] Train(string data, string? vectors, TextWriter progress)
    {
        var comments = CommentFile.Read(Path.Combine(data, "train.tsv"));
        var pieces = MiniLmPackage.Read(vectors ?? MiniLmPackage.DefaultPath);
        return new Training(comments, pieces, TrainingOptions.Default, progress).Run().Write();
    }
}
