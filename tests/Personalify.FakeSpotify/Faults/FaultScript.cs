namespace Personalify.FakeSpotify.Faults;

/// <summary>What the next requests to a path meet, in the order in which it was said.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<Scripted> _script = [];

    /// <summary>Whether everything that was said has happened.</summary>
    public bool IsOver
    {
        get
        {
            lock (_lock) return _script.Count == 0;
        }
    }

    /// <param name="path">A path such as <c>/v1/me/tracks</c>, or its beginning and a star: <c>/v1/*</c>.</param>
    /// <param name="fault">What happens.</param>
    /// <param name="times">To how many requests; <see cref="int.MaxValue"/> for all.</param>
    public void Next(string path, Fault fault, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_lock) _script.Add(new Scripted(path, fault) { Left = times });
    }

    public void Clear()
    {
        lock (_lock) _script.Clear();
    }

    internal Fault? Take(string path)
    {
        lock (_lock)
        {
            if (_script.FirstOrDefault(scripted => scripted.Matches(path)) is not { } found) return null;
            if (found.Left != int.MaxValue && --found.Left == 0) _script.Remove(found);
            return found.Fault;
        }
    }

    private sealed record Scripted(string Path, Fault Fault)
    {
        public int Left { get; set; }

        public bool Matches(string path) =>
            Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : path.Equals(Path, StringComparison.Ordinal);
    }
}
