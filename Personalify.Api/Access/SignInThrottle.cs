namespace Personalify.Api.Access;

/// <summary>
/// Slows down guessing: by account, however many addresses take part, and by address, however many names are tried.
/// Only failures count. Each process counts for itself.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    public const int AttemptsByName = 10;
    public const int AttemptsByAddress = 50;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int Capacity = 10_000;

    private readonly AttemptLimit _names = new(AttemptsByName, Window, Capacity, time);
    private readonly AttemptLimit _addresses = new(AttemptsByAddress, Window, Capacity, time);

    /// <summary>Counts an attempt as failed until <see cref="Succeed"/> takes it back; or answers what to tell the client.</summary>
    public TooManyAttemptsError? Begin(string name, string address)
    {
        if (_addresses.Take(address) is { } wait) return TooMany(wait);
        return BeginForName(name);
    }

    /// <summary>The same for somebody who is signed in and proves the password again.</summary>
    public TooManyAttemptsError? BeginForName(string name) => _names.Take(Key(name)) is { } wait ? TooMany(wait) : null;

    /// <summary>Each visit to the demo makes a session, so visits are counted by address like failures.</summary>
    public TooManyAttemptsError? BeginDemo(string address) => _addresses.Take(address) is { } wait ? TooMany(wait) : null;

    /// <summary>Ways to Spotify, and what comes back from there, are counted by address like failures.</summary>
    public TooManyAttemptsError? BeginSpotify(string address) => _addresses.Take(address) is { } wait ? TooMany(wait) : null;

    public void SucceedSpotify(string address) => _addresses.GiveBack(address);

    public void Succeed(string name, string address)
    {
        SucceedForName(name);
        _addresses.GiveBack(address);
    }

    public void SucceedForName(string name) => _names.GiveBack(Key(name));

    /// <summary>Longer names do not exist; cutting them keeps the memory bounded.</summary>
    private static string Key(string name) => name[..Math.Min(name.Length, AccountRules.MaxNameLength)].ToUpperInvariant();

    private static TooManyAttemptsError TooMany(TimeSpan wait) => new(
        $"There were too many attempts to sign in. Try again in {Math.Ceiling(wait.TotalMinutes)} min.",
        (int)Math.Ceiling(wait.TotalSeconds));
}
