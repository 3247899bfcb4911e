using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Users;

[ObjectType<User>]
[Node]
public static class UserType
{
    [NodeResolver]
    public static async Task<User?> FindAsync(
        int id, UserByIdDataLoader users, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySee(id) ? await users.LoadAsync(id, cancellationToken) : null;
}
