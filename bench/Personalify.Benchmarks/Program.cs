using Personalify.Benchmarks;

if (args is [RedisEndpoint.Verb]) return await RedisEndpoint.RunAsync();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    var isKept = true;
    foreach (var measure in Measures.Find(args.Length == 0 ? ["all"] : args))
    {
        var figures = await measure.RunAsync(Console.Out, stop.Token);
        ResultTable.Write(Console.Out, measure, figures);
        ResultFile.Write(measure, figures, TimeProvider.System.GetUtcNow());
        isKept &= figures.All(figure => figure.IsKept);
    }

    return isKept ? 0 : 1;
}
catch (ArgumentException unknown)
{
    await Console.Error.WriteLineAsync(unknown.Message);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
