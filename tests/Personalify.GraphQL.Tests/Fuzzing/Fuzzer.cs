using System.Diagnostics;
using System.Text;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>
/// Feeds the engine generated and changed inputs, guided by what becomes of them: an input with a fate that none had before is
/// kept and changed further. The same seed gives the same inputs.
/// </summary>
internal sealed class Fuzzer
{
    private const int MaxKept = 4096;
    private const int MaxFates = 1_000_000;
    private readonly Random _random;
    private readonly InputMutator _mutator;
    private readonly QueryGenerator _queries;
    private readonly FuzzTarget _target;
    private readonly HashSet<ulong> _fates = [];
    private readonly List<byte[]> _kept = [];

    public Fuzzer(Schema schema, string sdl, int seed)
    {
        Seed = seed;
        _random = new Random(seed);
        _mutator = new InputMutator(_random);
        _queries = new QueryGenerator(schema, _random);
        _target = new FuzzTarget(schema);
        _kept.AddRange(sdl.Split("\n\n").Where(definition => definition.Length < 400).Select(Encoding.UTF8.GetBytes));
        _kept.Add("type Query { a: Int }"u8.ToArray());
    }

    public int Seed { get; }

    /// <summary>How many different things became of the inputs so far.</summary>
    public int Fates => _fates.Count;

    /// <summary>How many inputs were documents and executed, or definitions of a schema.</summary>
    public long Accepted { get; private set; }

    public TimeSpan Longest { get; private set; }

    /// <summary>Feeds so many inputs.</summary>
    /// <exception cref="FuzzException">The engine failed; the message has the input.</exception>
    public void Run(long inputs, CancellationToken cancellationToken = default)
    {
        for (var i = 0L; i < inputs; i++)
        {
            if (i % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            Feed(Next());
        }
    }

    private void Feed(byte[] input)
    {
        var started = Stopwatch.GetTimestamp();
        var fate = _target.Check(input);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed > Longest) Longest = elapsed;
        if (fate.StartsWith("None", StringComparison.Ordinal) || fate == "schema") Accepted++;
        if (_fates.Count == MaxFates || !_fates.Add(Hash(fate))) return;
        if (_kept.Count < MaxKept) _kept.Add(input);
        else _kept[_random.Next(MaxKept)] = input;
    }

    private byte[] Next() => _random.Next(20) switch
    {
        0 => _mutator.RandomBytes(),
        1 or 2 => _mutator.RandomPieces(),
        3 => Encoding.UTF8.GetBytes(SyntaxPrinter.Print(new DocumentGenerator(_random.Next()).Document())),
        4 or 5 => Encoding.UTF8.GetBytes(_queries.Operation()),
        6 or 7 => _mutator.Mutate(Encoding.UTF8.GetBytes(_queries.Operation()), Kept()),
        _ => _mutator.Mutate(Kept(), Kept()),
    };

    private byte[] Kept() => _kept[_random.Next(_kept.Count)];

    /// <summary>FNV-1a: the same in every process, so that a seed means the same inputs everywhere.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text) hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }
}
