using System.Diagnostics;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// What moods cost where many tracks come and go at once: the import of a history of distinct titles whose job reads them, beside the same
/// import by a server that leaves titles to its worker; and the undoing of both.
/// </summary>
internal sealed class MoodImportMeasure : IMeasure
{
    private const int Tracks = 30_000;
    private const int Rounds = 5;
    private const double SecondsAllowed = 1.5;

    /// <summary>A model over a network that is not there: titles wait, and the import has nothing to do with them.</summary>
    private static readonly Dictionary<string, string?> WithoutModel = new()
    {
        ["Mood__Provider"] = "huggingface", ["HuggingFace__Token"] = "none", ["HuggingFace__Url"] = "http://127.0.0.1:1/",
        ["HuggingFace__Retries"] = "1",
    };

    public string Name => "mood-import";

    public string Description => $"an import of {Tracks:#,0} distinct titles that reads them, over one that leaves them to be read later";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var export = GeneratedExport.WriteTitles(folder, MadeUpTitles.Make(Tracks));
        await using var reading = await ApiUnderTest.StartAsync(cancellationToken);
        await using var leaving = await ApiUnderTest.StartAsync(cancellationToken, settings: WithoutModel);
        List<(Round Reading, Round Leaving)> rounds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            rounds.Add((await RunAsync(reading, export, Tracks, cancellationToken), await RunAsync(leaving, export, 0, cancellationToken)));
            await progress.WriteLineAsync(
                $"{(round == 0 ? "first of the process" : $"{round} of {Rounds}")}: reading titles {rounds[^1].Reading}, leaving them "
                + $"{rounds[^1].Leaving}");
        }

        return [.. Figures([.. rounds.Skip(1)])];
    }

    private static IEnumerable<Figure> Figures(IReadOnlyList<(Round Reading, Round Leaving)> rounds)
    {
        double Of(Func<(Round Reading, Round Leaving), double> seconds) => rounds.Select(seconds).Order().ElementAt(rounds.Count / 2);
        yield return new($"{Tracks:#,0} titles: import that reads them", Of(round => round.Reading.Import), "s");
        yield return new("what reading adds to it", Of(round => round.Reading.Import - round.Leaving.Import), "s", SecondsAllowed);
        yield return new("its undoing", Of(round => round.Reading.Undo), "s");
        yield return new("what scores add to the undoing", Of(round => round.Reading.Undo - round.Leaving.Undo), "s");
    }

    private static async Task<Round> RunAsync(ApiUnderTest api, string export, int scores, CancellationToken cancellationToken)
    {
        var import = await new ImportRounds(api).ImportAsync(export, cancellationToken);
        var scored = await ReadAsync<long>(api, "SELECT count(*) FROM mood_scores", cancellationToken);
        if (scored != scores) throw new InvalidOperationException($"The import scored {scored} titles; {scores} were expected.");
        var undo = await UndoAsync(api, cancellationToken);
        await ReadAsync<long>(api, "CHECKPOINT; SELECT 1::bigint", cancellationToken);
        return new Round(import, undo);
    }

    private static async Task<double> UndoAsync(ApiUnderTest api, CancellationToken cancellationToken)
    {
        var imports = await api.QueryAsync("{ me { imports(first: 1) { nodes { id } } } }", null, cancellationToken);
        var id = imports.GetProperty("me").GetProperty("imports").GetProperty("nodes")[0].GetProperty("id").GetString();
        var started = Stopwatch.GetTimestamp();
        await api.QueryAsync(
            "mutation($input: UndoImportInput!) { undoImport(input: $input) { errors { ... on Error { message } } } }",
            new { input = new { importId = id } }, cancellationToken);
        while (await ReadAsync<string>(api, "SELECT status FROM imports ORDER BY id DESC LIMIT 1", cancellationToken) != "UNDONE")
            await Task.Delay(10, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<T> ReadAsync<T>(ApiUnderTest api, string sql, CancellationToken cancellationToken)
    {
        await using var command = api.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private readonly record struct Round(double Import, double Undo)
    {
        public override string ToString() => FormattableString.Invariant($"{Import:F2} s, undone in {Undo:F2} s");
    }
}
