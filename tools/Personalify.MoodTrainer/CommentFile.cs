using System.Globalization;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>Reads rows of <c>text TAB label,label TAB id</c>.</summary>
internal static class CommentFile
{
    public static IReadOnlyList<Comment> Read(string path)
    {
        if (!File.Exists(path)) throw Missing(path);
        return [.. File.ReadLines(path).Select((line, index) => Parse(line, path, index + 1))];
    }

    private static TrainerException Missing(string path) =>
        new($"There is no file {path}. --data names the folder that holds train.tsv and dev.tsv.");

    private static Comment Parse(string line, string path, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length != 3)
            throw new TrainerException($"{path}, line {number}: {columns.Length} columns instead of text, labels and id.");
        return new Comment(columns[0], columns[1].Split(',').Sum(label => 1 << Label(label, path, number)), columns[2]);
    }

    private static int Label(string label, string path, int number) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var mood) && mood < MoodProbabilities.Count
            ? mood
            : throw new TrainerException($"{path}, line {number}: label '{label}' is no number from 0 to {MoodProbabilities.Count - 1}.");
}
