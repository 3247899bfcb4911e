using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Users;

/// <summary>How a larger graph finds a user whose id it knows: only those whom the signed-in user may see.</summary>
[ExtendObjectType(typeof(User))]
public static class UserReference
{
    [ReferenceResolver]
    public static async Task<User?> FindAsync(int id, UserByIdDataLoader users, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySee(id) ? await users.LoadAsync(id, cancellationToken) : null;
}
