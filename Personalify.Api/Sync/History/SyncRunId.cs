using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Personalify.Api.Sync.History;

/// <summary>A run as clients name it: the listener and the run, so that whose it is can be told before anything is read.</summary>
public readonly record struct SyncRunId(int UserId, Guid RunId) : IParsable<SyncRunId>
{
    private const char Separator = '.';

    public static SyncRunId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("The text is not the id of a synchronization.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SyncRunId result)
    {
        result = default;
        if (s?.Split(Separator) is not [var user, var run]
            || !int.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var userId)
            || !Guid.TryParseExact(run, "N", out var runId)) return false;
        result = new SyncRunId(userId, runId);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UserId}{Separator}{RunId:N}");
}
