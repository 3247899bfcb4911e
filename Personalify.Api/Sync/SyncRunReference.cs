using System.Text;

namespace Personalify.Api.Sync;

/// <summary>
/// How clients name a run: an opaque id that holds the listener and the run. An id of the type SyncRun that holds the run's number in any
/// way is understood as well; whether the listener has such a run is for the store to say.
/// </summary>
public static class SyncRunReference
{
    private const string Type = "SyncRun:";

    public static string Of(int userId, Guid run) => Convert.ToBase64String(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Type}{userId}:{run:N}")));

    /// <summary>Null for what names no run.</summary>
    public static Guid? Read(string id)
    {
        if (Guid.TryParse(id, out var plain)) return plain;
        Span<byte> bytes = stackalloc byte[128];
        if (id.Length > 160 || !Convert.TryFromBase64String(id, bytes, out var written)) return null;
        var text = Encoding.UTF8.GetString(bytes[..written]);
        if (!text.StartsWith(Type, StringComparison.Ordinal)) return null;
        var number = text[(text.LastIndexOf(':') + 1)..];
        return Guid.TryParse(number, out var run) ? run : null;
    }
}
