using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Personalify.Api.Access.Connections;
using Personalify.GraphQL.Commands;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Access;

/// <summary>Accounts, sessions and the policies that decide who may see what.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(SessionAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionAuthenticationHandler.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.OwnWritable, policy => policy.RequireAuthenticatedUser().AddRequirements(new OwnWritableRequirement()))
            .AddPolicy(Policies.OwnData, policy => policy.RequireAuthenticatedUser().AddRequirements(new OwnDataRequirement()))
            .AddPolicy(Policies.Administrator, policy => policy.RequireRole(Policies.Administrator));
        return services.AddSingleton<IAuthorizationHandler, OwnDataHandler>()
            .AddSingleton<IAuthorizationHandler, OwnWritableHandler>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>()
            .AddHostedService<PolicyPlacement>()
            .AddSingleton<Passwords>()
            .AddSingleton<SignInThrottle>()
            .AddSingleton<SessionLookups>()
            .AddSingleton<SessionStore>()
            .AddSingleton<AccountStore>()
            .AddSingleton<AccountCreator>()
            .AddSingleton<PasswordChange>()
            .AddSingleton<PasswordResetStore>()
            .AddSingleton<PasswordResets>()
            .AddSingleton<AccountDeletionStore>()
            .AddSingleton<AccountDeletion>()
            .AddSingleton<SignIn>()
            .AddSpotifyConnections()
            .AddCommand(UsersCommands.ResetLink)
            .AddCommand(UsersCommands.MakeAdministrator);
    }

    /// <summary>
    /// Lets clients authenticate on a socket, and checks before each operation of a socket or a batch that its session has not ended. A
    /// refusal of the demo account that no mutation turns into an error of its own becomes an error of the answer.
    /// </summary>
    public static IGraphQLBuilder AddSessions(this IGraphQLBuilder builder) => builder
        .AddSocketSessionInterceptor<SessionSocketInterceptor>()
        .AddHttpRequestInterceptor(SessionBatch.AskAgainAsync)
        .AddErrorFilter(error => error.Exception is DemoIsReadOnlyException refusal
            ? (error with { Message = refusal.Message }).WithCode(ErrorCodes.NotAuthorized)
            : error);

    /// <summary>Tells resolvers from where a request comes, so that guessing passwords can be slowed down by address.</summary>
    public static IGraphQLBuilder AddClientAddress(this IGraphQLBuilder builder) =>
        builder.AddHttpRequestInterceptor((context, data, _) =>
        {
            data[AccessMutations.RemoteAddress] = ClientAddress.Of(context.Connection.RemoteIpAddress);
            return ValueTask.CompletedTask;
        });
}
