using Npgsql;
using Personalify.Api.Errors;
using Personalify.Api.Imports;
using Personalify.Api.Users;

namespace Personalify.Api.Community;

/// <summary>Lets a listener's plays count in the community's figures, or no more.</summary>
public sealed class CommunityMembership(NpgsqlDataSource main, UserStore users)
{
    public async Task<FieldResult<User, NotAllowedError>> SetAsync(int userId, bool isMember, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "UPDATE users SET is_in_community = $2 WHERE id = $1 AND is_in_community <> $2").With(userId, isMember);
        await command.ExecuteNonQueryAsync(cancellationToken);
        if (await users.FindAsync(userId, cancellationToken) is { } user) return user;
        return new NotAllowedError("This account is no longer there. Sign in with another one.");
    }
}
