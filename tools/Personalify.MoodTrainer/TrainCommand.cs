using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Trains the model that the repository holds.</summary>
internal static class TrainCommand
{
    public static void Run(Options options, TextWriter output)
    {
        var (data, path) = (options.Required("--data"), options.Required("--output"));
        var bytes = Train(data, options.Optional("--vectors"), output);
        File.WriteAllBytes(path, bytes);
        var model = TitleModel.Load(new MemoryStream(bytes));
        output.WriteLine($"{path}: {bytes.Length:#,0} bytes, version {model.Version}");
        new Evaluation(model, CommentFile.Read(Path.Combine(data, "dev.tsv"))).Write(output);
    }

    /// <summary>The bytes of the model that these data give.</summary>
    public static byte[] Train(string data, string? vectors, TextWriter progress) => new Training(
        CommentFile.Read(Path.Combine(data, "train.tsv")), MiniLmPackage.Read(vectors ?? MiniLmPackage.DefaultPath), TrainingOptions.Default, progress).Run().Write();
}
