using System.Globalization;

namespace Personalify.Benchmarks.Peers;

/// <summary>How long the measure takes and of whom; by environment, for short rounds while working on one thing.</summary>
internal sealed record PeersOptions(int Rounds, int Seconds, IReadOnlyList<Operation> Operations, IReadOnlyList<Contender> Contenders)
{
    private const int DefaultRounds = 3;
    private const int DefaultSeconds = 5;

    /// <summary>
    /// <c>PEERS_ROUNDS</c>, <c>PEERS_SECONDS</c> for each measurement, and with commas between names <c>PEERS_OPERATIONS</c> and <c>PEERS_ONLY</c>.
    /// </summary>
    public static PeersOptions Read() => new(
        Number("PEERS_ROUNDS", DefaultRounds),
        Number("PEERS_SECONDS", DefaultSeconds),
        [.. Operation.All.Where(operation => IsAsked("PEERS_OPERATIONS", operation.Name))],
        [Contender.Ours, .. Contender.Others.Where(contender => IsAsked("PEERS_ONLY", contender.Name))]);

    private static int Number(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    private static bool IsAsked(string variable, string name) =>
        Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text || text.Split(',').Contains(name, StringComparer.Ordinal);
}
