namespace Personalify.Api.Export;

/// <summary>How many exports are made at once in this process: a few, and one for each listener.</summary>
internal sealed class ExportTurns
{
    public const int Most = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _listeners = [];

    public bool TryTake(int userId)
    {
        lock (_lock) return _listeners.Count < Most && _listeners.Add(userId);
    }

    public void GiveBack(int userId)
    {
        lock (_lock) _listeners.Remove(userId);
    }
}
