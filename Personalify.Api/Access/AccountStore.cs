using Microsoft.EntityFrameworkCore;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Accounts and their passwords in the table <c>users</c>.</summary>
public sealed class AccountStore(IDbContextFactory<PersonalifyDbContext> contexts)
{
    /// <summary>The number of the advisory lock that lets accounts be made, and deleted, one after the other.</summary>
    internal const long CreationLock = 0x6163636F756E7473;

    /// <summary>Whether the first account still has to be made; the demo account is nobody's.</summary>
    public async Task<bool> NeedsFirstAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Set<User>().AnyAsync(user => !user.IsDemo, cancellationToken);
    }

    public async Task<User?> FindDemoAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().OrderBy(user => user.Id).FirstOrDefaultAsync(user => user.IsDemo, cancellationToken);
    }

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().FromSql($"SELECT * FROM users WHERE lower(name) = lower({name})")
            .Select(user => new Account(user, EF.Property<string?>(user, UserMapping.PasswordHash)))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<Account?> FindAsync(int userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<User>().Where(user => user.Id == userId)
            .Select(user => new Account(user, EF.Property<string?>(user, UserMapping.PasswordHash)))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// Makes an account; the first one is the administrator's. Without a password it is entered through Spotify. One after the other, so
    /// that two strangers cannot both be first.
    /// </summary>
    public async Task<AccountCreation> CreateAsync(
        User account, string? passwordHash, bool isByAdministrator, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CreationLock})", cancellationToken);
        var isFirst = !await context.Set<User>().AnyAsync(user => !user.IsDemo, cancellationToken);
        if (!isFirst && !isByAdministrator) return new AccountCreation.NotAllowed();
        // Asked before it is tried, because EF would log the refusal of the index as a fault, with its stack trace.
        if (await IsTakenAsync(context, account.Name, cancellationToken)) return new AccountCreation.NameTaken();
        var user = account with { Role = isFirst ? UserRole.Administrator : UserRole.Listener };
        context.Add(user).Property(UserMapping.PasswordHash).CurrentValue = passwordHash;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new AccountCreation.NameTaken();
        }

        await transaction.CommitAsync(cancellationToken);
        return new AccountCreation.Created(user);
    }

    private static Task<bool> IsTakenAsync(PersonalifyDbContext context, string name, CancellationToken cancellationToken) =>
        context.Set<User>().FromSql($"SELECT * FROM users WHERE lower(name) = lower({name})").AnyAsync(cancellationToken);

    /// <summary>Sets the password and ends every session but one, and what could set another password; or nothing of it.</summary>
    public async Task ChangePasswordAsync(int userId, string passwordHash, byte[] sessionToKeep, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<User>().Where(user => user.Id == userId).ExecuteUpdateAsync(
            update => update.SetProperty(user => EF.Property<string?>(user, UserMapping.PasswordHash), passwordHash), cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"DELETE FROM tokens WHERE user_id = {userId} AND kind IN ('SESSION', 'RESET') AND hash <> {sessionToKeep}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>A user and the hash of the password; without a hash nobody can sign in by password.</summary>
public sealed record Account(User User, string? PasswordHash);

public abstract record AccountCreation
{
    public sealed record Created(User User) : AccountCreation;

    public sealed record NameTaken : AccountCreation;

    public sealed record NotAllowed : AccountCreation;
}
