using Microsoft.EntityFrameworkCore;
using Personalify.Api.Data;

namespace Personalify.Api.Users;

public sealed class UserStore(IDbContextFactory<PersonalifyDbContext> contexts)
{
    public async Task<User?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().FirstOrDefaultAsync(user => user.Id == id, cancellationToken);
    }

    /// <summary>The users of the ids that there are.</summary>
    public async Task<IReadOnlyDictionary<int, User>> FindAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancellationToken);
    }

    /// <summary>Accounts, the oldest first.</summary>
    public async Task<Page<User>> ListAsync(PagingArguments paging, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().OrderBy(user => user.Id).ToPageAsync(paging, cancellationToken);
    }

    /// <summary>Writes display name and time zone.</summary>
    public async Task UpdateProfileAsync(User user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<User>().Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.DisplayName, user.DisplayName).SetProperty(row => row.TimeZone, user.TimeZone),
            cancellationToken);
    }
}
