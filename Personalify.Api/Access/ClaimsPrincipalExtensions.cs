using System.Globalization;
using System.Security.Claims;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

public static class ClaimsPrincipalExtensions
{
    /// <summary>The id of who is signed in, or <c>null</c>.</summary>
    public static int? FindUserId(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>The id of who is signed in, where a policy has made sure that somebody is.</summary>
    public static int GetUserId(this ClaimsPrincipal principal) =>
        principal.FindUserId() ?? throw new InvalidOperationException("Nobody is signed in. The field lacks an [Authorize] policy.");

    /// <summary>The account of who is signed in, as it was when the operation began, or <c>null</c>.</summary>
    public static User? FindUser(this ClaimsPrincipal principal) => (principal.Identity as SessionIdentity)?.User;

    /// <summary>The hash of the token with which somebody is signed in, or <c>null</c>.</summary>
    public static byte[]? FindSession(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(SessionAuthenticationHandler.SessionClaim) is { } hash ? Convert.FromHexString(hash) : null;

    /// <summary>Whether the request comes from a visitor of the demo account.</summary>
    public static bool IsDemo(this ClaimsPrincipal principal) =>
        principal.HasClaim(claim => claim.Type == SessionAuthenticationHandler.DemoClaim);

    /// <summary>Whether the account of a user may be seen: one's own, and every one by an administrator. What belongs to it is
    /// guarded by <see cref="Policies.OwnData"/>, which an administrator does not pass.</summary>
    public static bool MaySee(this ClaimsPrincipal principal, int userId) =>
        principal.FindUserId() == userId || principal.IsInRole(Policies.Administrator);

    /// <summary>Whether what belongs to a user may be seen: only one's own. The policy <see cref="Policies.OwnData"/> decides by it, and
    /// what takes the id of an entry answers by it as if there were none.</summary>
    public static bool MaySeeDataOf(this ClaimsPrincipal principal, int userId) => principal.FindUserId() == userId;
}
