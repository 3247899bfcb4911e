using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.FakeSpotify.Accounts;

/// <summary>That a listener lets an app read.</summary>
public sealed record Grant(string Listener, string ClientId, string Scope, DateTimeOffset AuthorizedAt);

/// <summary>
/// Codes and tokens. A token says by itself what it is good for, so those of a demonstration outlive the fake's restart; what was used or
/// revoked is forgotten then.
/// </summary>
public sealed class Grants(TimeProvider clock)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _generations = new(StringComparer.Ordinal);

    /// <summary>The listener takes the app's access back, as on Spotify's page of apps: every token given so far is void.</summary>
    public void Revoke(string listener)
    {
        lock (_lock) _generations[listener] = _generations.GetValueOrDefault(listener) + 1;
    }

    public string AccessToken(Grant grant) => Write("access", grant);

    public string RefreshToken(Grant grant) => Write("refresh", grant);

    internal string Code(Grant grant, string redirectUri, string? challenge)
    {
        var code = "fake-code-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        lock (_lock) _codes[code] = new IssuedCode(grant, redirectUri, challenge, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <summary>A code is taken once, whether or not what follows is right.</summary>
    internal IssuedCode? TakeCode(string code)
    {
        lock (_lock) return _codes.Remove(code, out var issued) && issued.EndsAt > clock.GetUtcNow() ? issued : null;
    }

    /// <summary>The grant of an access token that is good now.</summary>
    internal Grant? ReadAccess(string token) =>
        Read("access", token) is var (grant, issued, generation)
        && issued + AccessLifetime > clock.GetUtcNow() && !IsRevoked(token, grant, generation)
            ? grant
            : null;

    /// <summary>The grant of a refresh token, and why it is not good any more if it is not: an empty text for its age.</summary>
    internal (Grant? Grant, string? Failure) ReadRefresh(string token)
    {
        if (Read("refresh", token) is not var (grant, _, generation)) return (null, "Invalid refresh token");
        if (IsRevoked(token, grant, generation)) return (null, "Refresh token revoked");
        return grant.AuthorizedAt.AddMonths(6) <= clock.GetUtcNow() ? (null, "") : (grant, null);
    }

    internal void MarkUsed(string token)
    {
        lock (_lock) _gone.Add(token);
    }

    private bool IsRevoked(string token, Grant grant, int generation)
    {
        lock (_lock) return _gone.Contains(token) || generation < _generations.GetValueOrDefault(grant.Listener);
    }

    private int GenerationOf(string listener)
    {
        lock (_lock) return _generations.GetValueOrDefault(listener);
    }

    private string Write(string kind, Grant grant)
    {
        var serial = Convert.ToHexString(RandomNumberGenerator.GetBytes(6));
        object[] parts =
        [
            kind, grant.Listener, grant.ClientId, grant.Scope, grant.AuthorizedAt.UtcTicks, clock.GetUtcNow().UtcTicks,
            GenerationOf(grant.Listener), serial,
        ];
        var text = string.Join('|', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
        return $"fake-{kind}-{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{CheckOf(text)}";
    }

    private static (Grant Grant, DateTimeOffset Issued, int Generation)? Read(string kind, string token)
    {
        var prefix = $"fake-{kind}-";
        var dot = token.LastIndexOf('.');
        if (!token.StartsWith(prefix, StringComparison.Ordinal) || dot < prefix.Length) return null;
        var packed = token.AsSpan(prefix.Length, dot - prefix.Length);
        if (!Base64Url.IsValid(packed)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(packed));
        if (CheckOf(text) != token[(dot + 1)..]) return null;
        var parts = text.Split('|');
        return (new Grant(parts[1], parts[2], parts[3], TimeOf(parts[4])), TimeOf(parts[5]),
            int.Parse(parts[6], CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset TimeOf(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static string CheckOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("fake " + text)))[..16];
}

internal sealed record IssuedCode(Grant Grant, string RedirectUri, string? Challenge, DateTimeOffset EndsAt);
