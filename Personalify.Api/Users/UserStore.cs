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

    /// <summary>Accounts whose ids lie between the two, from the lowest id up or from the highest down.</summary>
    public async Task<IReadOnlyList<User>> ListAsync(int? above, int? below, int count, bool fromHighest, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var between = context.Set<User>().Where(user => user.Id > (above ?? 0) && user.Id < (below ?? int.MaxValue));
        var ordered = fromHighest ? between.OrderByDescending(user => user.Id) : between.OrderBy(user => user.Id);
        return await ordered.Take(count).ToListAsync(cancellationToken);
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
