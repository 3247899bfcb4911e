using System.Globalization;
using Microsoft.Extensions.Options;
using Personalify.Api.Errors;
using Personalify.Api.Spotify;
using Personalify.Api.Users;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// Makes accounts of listeners who come from Spotify, with a name after what Spotify calls them and without a password. The first account
/// of a server is its administrator's, however it is made.
/// </summary>
public sealed class SpotifyNewAccounts(AccountStore accounts, IOptions<SpotifyOptions> options, TimeProvider time)
{
    private const int Names = 100;
    private const string UsualName = "listener";
    private const int LongestEnding = 4;

    private static readonly NotAllowedError NotAllowed = new(
        "No account of this server is linked with this Spotify account, and new ones are made by an administrator. Sign in with a name and "
        + "a password and connect Spotify on the page Spotify, or ask the person who runs this server for an account.");

    private static readonly NotAllowedError NoNameLeft = new(
        "Every name after the one at Spotify is taken here. Ask an administrator for an account and connect Spotify there.");

    public async Task<FieldResult<User>> MakeAsync(SpotifyListener listener, CancellationToken cancellationToken)
    {
        var name = NameOf(listener.DisplayName ?? listener.SpotifyId);
        for (var number = 1; number <= Names; number++)
        {
            var user = AccountOf(number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}"), listener);
            switch (await accounts.CreateAsync(user, passwordHash: null, options.Value.NewAccounts, cancellationToken))
            {
                case AccountCreation.Created created: return created.User;
                case AccountCreation.NotAllowed: return new([NotAllowed]);
            }
        }

        return new([NoNameLeft]);
    }

    private User AccountOf(string name, SpotifyListener listener) => new()
    {
        Name = name,
        DisplayName = listener.DisplayName is { } given && ProfileRules.CheckDisplayName(given, "") is null ? given : name,
        TimeZone = "UTC",
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>A name that may be: what cannot be seen is left out, and what is too long cut between letters.</summary>
    internal static string NameOf(string text)
    {
        var visible = string.Concat(text.Where(AccountRules.IsVisible));
        var (name, letters) = ("", StringInfo.GetTextElementEnumerator(AccountRules.NormalizeName(visible)));
        while (letters.MoveNext() && name.Length + letters.GetTextElement().Length <= AccountRules.MaxNameLength - LongestEnding)
            name += letters.GetTextElement();
        name = name.Trim();
        return name.Length == 0 ? UsualName : name;
    }
}
