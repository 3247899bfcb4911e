using System.Globalization;
using System.Security.Claims;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Who acts by a session. It lasts for one operation, and so does what it knows of the account.</summary>
public sealed class SessionIdentity : ClaimsIdentity
{
    public SessionIdentity(User user, byte[] hash)
        : base(ClaimsOf(user, hash), SessionAuthenticationHandler.SchemeName) => User = user;

    private SessionIdentity(SessionIdentity other)
        : base(other) => User = other.User;

    public User User { get; }

    public override ClaimsIdentity Clone() => new SessionIdentity(this);

    private static List<Claim> ClaimsOf(User user, byte[] hash)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)),
            new(SessionAuthenticationHandler.SessionClaim, Convert.ToHexString(hash)),
        ];
        if (user.Role == UserRole.Administrator) claims.Add(new Claim(ClaimTypes.Role, Policies.Administrator));
        if (user.IsDemo) claims.Add(new Claim(SessionAuthenticationHandler.DemoClaim, "true"));
        return claims;
    }
}
