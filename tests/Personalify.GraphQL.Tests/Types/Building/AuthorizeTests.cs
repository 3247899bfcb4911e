using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

public abstract class AuthorizeTests(Bindings bindings)
{
    private readonly Schema _schema = new SchemaBuilder().AddQueryType<Query>().AddType(typeof(VaultFields)).BuildWith(bindings);

    public sealed class ByGeneratedCode() : AuthorizeTests(Bindings.Generated);

    public sealed class ByCompiledCode() : AuthorizeTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ open }", "")]
    [InlineData("{ vault { plain } }", "Vault.plain:owner")]
    [InlineData("{ vault { guarded } }", "Vault.guarded:owner Vault.guarded:")]
    [InlineData("{ vault { added } }", "Vault.added:owner")]
    [InlineData("{ vault { promised } }", "Vault.promised:owner Vault.promised:contract")]
    [InlineData("{ vault { given } }", "Vault.given:owner Vault.given:contract")]
    [InlineData("{ secret }", "Query.secret:admin")]
    [InlineData("{ twice }", "Query.twice:first Query.twice:/a/b")]
    [InlineData("{ vault { public } }", "")]
    [InlineData("{ vault { shown } }", "Vault.shown:contract")]
    public async Task Every_policy_of_class_and_member_is_asked(string query, string asked)
    {
        var authorizer = new FakeAuthorizer(AuthorizationOutcome.Allowed);
        await _schema.ExecuteWithAsync(query, authorizer);
        Assert.Equal(asked, string.Join(' ', authorizer.Asked));
    }

    [Theory]
    [InlineData(AuthorizationOutcome.NotAuthenticated, "AUTH_NOT_AUTHENTICATED", "Sign in to use Query.secret.")]
    [InlineData(AuthorizationOutcome.NotAuthorized, "AUTH_NOT_AUTHORIZED", "The signed-in user may not use Query.secret.")]
    [InlineData(
        AuthorizationOutcome.PolicyNotFound,
        "AUTH_POLICY_NOT_FOUND",
        "Query.secret demands the policy 'admin', which this server does not have, so nobody may use it.")]
    [InlineData(
        AuthorizationOutcome.NoDefaultPolicy,
        "AUTH_NO_DEFAULT_POLICY",
        "Query.secret demands the default policy, and this server has none, so nobody may use it.")]
    public async Task A_refused_field_is_not_resolved(AuthorizationOutcome outcome, string code, string message)
    {
        Query.Reads = 0;
        var error = await _schema.FailsAsync("{ secret }", Provide(new FakeAuthorizer(outcome)));
        Assert.Equal((code, message, 0), (error.Code, error.Message, Query.Reads));
    }

    [Fact]
    public async Task Without_anybody_to_ask_the_field_fails()
    {
        var error = await _schema.FailsAsync("{ secret }");
        Assert.Contains("no IGraphQLAuthorizer is registered", error.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guarded_field_is_never_read_without_being_asked_for()
    {
        var guarded = _schema.Types.Values.OfType<ObjectType>().Where(type => type.Name == "Vault").SelectMany(type => type.Fields).ToList();
        Assert.Equal(7, guarded.Count);
        Assert.All(guarded.Where(field => field.Name != "public"), field => Assert.Null(field.PureResolver));
        Assert.NotNull(_schema.QueryType!.Fields["open"].PureResolver);
    }

    private static ServiceProvider Provide(IGraphQLAuthorizer authorizer) => new ServiceCollection().AddSingleton(authorizer).BuildServiceProvider();

    internal sealed class FakeAuthorizer(AuthorizationOutcome outcome) : IGraphQLAuthorizer
    {
        public List<string> Asked { get; } = [];

        public ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand)
        {
            Asked.Add($"{context.ObjectType.Name}.{context.Field.Name}:{demand.Policy}{string.Concat(demand.Roles.Select(role => "/" + role))}");
            return new ValueTask<AuthorizationOutcome>(outcome);
        }

        public ValueTask<AuthorizationOutcome> AuthorizeAsync(AuthorizationContext context, AuthorizationDemand demand) =>
            throw new InvalidOperationException("Nothing here demands anything of requests.");
    }

    internal sealed class Query
    {
        public static int Reads;

        public static string Open => "open";

        [Authorize("admin")]
        public static string? GetSecret() => $"{++Reads}";

        [Authorize("first")]
        [Authorize(Roles = ["a", "b"])]
        public static string GetTwice() => "twice";

        public static Vault Vault => new("p", "g");
    }

    [Authorize("owner")]
    internal sealed record Vault(string Plain, [property: Authorize] string Guarded) : IPromise
    {
        public string Promised => Plain;

        [AllowAnonymous]
        public string Public => Plain;

        [AllowAnonymous]
        public string Shown => Plain;
    }

    [InterfaceType]
    internal interface IPromise
    {
        [Authorize("contract")]
        string Promised { get; }

        [Authorize("contract")]
        string Given => Promised;

        [Authorize("contract")]
        string Shown { get; }
    }

    [ObjectType<Vault>]
    internal static class VaultFields
    {
        public static string GetAdded([Parent] Vault vault) => vault.Plain;
    }
}

/// <summary>Runs a query with somebody to ask.</summary>
file static class AuthorizedExecution
{
    public static async Task ExecuteWithAsync(this Schema schema, string query, IGraphQLAuthorizer authorizer)
    {
        await using var services = new ServiceCollection().AddSingleton(authorizer).BuildServiceProvider();
        var request = new GraphQLRequest { Document = System.Text.Encoding.UTF8.GetBytes(query), Services = services };
        Assert.Empty((await new GraphQLServer(schema).ExecuteAsync(request)).Errors);
    }
}
