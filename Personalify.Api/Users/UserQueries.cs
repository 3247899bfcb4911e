using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Users;

[QueryType]
public static class UserQueries
{
    [GraphQLDescription("Who is signed in, or null.")]
    public static User? GetMe(ClaimsPrincipal principal) => principal.FindUser();

    [GraphQLDescription("A user that the signed-in user may see, or null.")]
    public static async Task<User?> GetUserAsync(
        [ID<User>] [GraphQLDescription("Of the user.")] int id,
        UserStore users, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySee(id) ? await users.FindAsync(id, cancellationToken) : null;

    [Authorize(Policies.Administrator)]
    [UsePaging]
    [GraphQLDescription("Every account of this server, the oldest first. Administrators only.")]
    public static async Task<Page<User>?> GetUsersAsync(
        PagingArguments paging, UserStore users, CancellationToken cancellationToken) =>
        await users.ListAsync(paging, cancellationToken);
}
