using System.Reflection;

namespace Personalify.Api.Access;

[QueryType]
[GraphQLDescription("Where every read starts.")]
public static class ServerQueries
{
    [GraphQLDescription("The version and whether the first account still has to be made.")]
    public static Server GetServer() => new();

    [GraphQLDescription("Whether resetPassword would take the token of a reset link now: it was not used, replaced, and has not ended.")]
    public static Task<bool> IsResetLinkOpenAsync(
        [GraphQLDescription("What createPasswordReset or the command line gave.")] string token,
        PasswordResets resets, CancellationToken cancellationToken) =>
        resets.IsOpenAsync(token, cancellationToken);
}

[GraphQLDescription("This server.")]
public sealed record Server
{
    private static readonly string Current =
        typeof(Server).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [GraphQLDescription("The version of the Api, such as 0.1.0.")]
    public string Version => Current;

    [GraphQLDescription("True until the first account, the administrator's, is made.")]
    public Task<bool> GetNeedsFirstAccountAsync(AccountStore accounts, CancellationToken cancellationToken) =>
        accounts.NeedsFirstAsync(cancellationToken);

    [GraphQLDescription("True when a demo account can be entered without a password.")]
    public async Task<bool> GetHasDemoAsync(AccountStore accounts, CancellationToken cancellationToken) =>
        await accounts.FindDemoAsync(cancellationToken) is not null;
}
