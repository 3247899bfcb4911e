using Personalify.DevStack;

const string Usage = """
    Personalify.DevStack run
        Starts both PostgreSQL nodes, Redis, Api and Web until Ctrl-C. PERSONALIFY_WEB_PORT (5080), PERSONALIFY_API_PORT (5081),
        PERSONALIFY_DATA (.personalify) and PERSONALIFY_POSTGRES_BIN (npm's PostgreSQL) change what their names say.
    Personalify.DevStack servers -- COMMAND [ARGUMENT…]
        Starts both PostgreSQL nodes and Redis with empty data, runs the command with PERSONALIFY_TEST_MAIN,
        PERSONALIFY_TEST_STATS and PERSONALIFY_TEST_REDIS set, stops them, and ends with the command's exit code.
    """;

using var signals = new StopSignals();
try
{
    switch (args)
    {
        case ["run"]:
            return await RunCommand.RunAsync(signals.Token);
        case ["servers", "--", _, ..]:
            return await ServersCommand.RunAsync(args[2..], signals.Token);
        case ["--help" or "-h" or "help"]:
            Console.WriteLine(Usage);
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}
catch (DevStackException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
{
    return 130;
}
