using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Access;
using Personalify.Api.Users;
using Personalify.GraphQL;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.Api.Tests.Access;

/// <summary>Policies stand where they can judge, or the server does not start.</summary>
public sealed class PolicyPlacementTests
{
    [Fact]
    public Task A_policy_of_users_may_stand_on_users() => StartAsync<OnUser>();

    [Fact]
    public async Task A_policy_of_users_on_another_type_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<OnOther>());

        Assert.Equal(
            "Box.content demands the policy 'OwnData', which judges fields of User only. "
            + "Put the field on that type, or demand another policy.",
            error.Message);
    }

    [Fact]
    public async Task A_policy_of_users_on_a_root_stops_the_start() =>
        Assert.StartsWith("Query.secret demands the policy 'OwnData'",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<OnRoot>())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_policy_that_there_is_not_stops_the_start() =>
        Assert.StartsWith(
            "Query.secret demands the policy 'OwnDate', which this server does not have.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync<Misspelled>())).Message,
            StringComparison.Ordinal);

    private static async Task StartAsync<TQuery>()
    {
        await using var services = new ServiceCollection().AddLogging().AddAccess().BuildServiceProvider();
        var schema = new SchemaBuilder().AddQueryType<TQuery>().AddTypeExtension<UserFields>().Build();
        await new PolicyPlacement(
            new GraphQLServer(schema), services.GetRequiredService<Microsoft.AspNetCore.Authorization.IAuthorizationPolicyProvider>())
                .StartAsync(CancellationToken.None);
    }

    internal sealed class OnUser
    {
        public static User? Me() => null;
    }

    [ExtendObjectType(typeof(User))]
    internal sealed class UserFields
    {
        [Authorize(Policies.OwnData)]
        public static int GetPlays([Parent] User user) => user.Id;
    }

    internal sealed class OnOther
    {
        public static Box Box() => new(1);
    }

    internal sealed record Box([property: Authorize(Policies.OwnData)] int Content);

    internal sealed class OnRoot
    {
        [Authorize(Policies.OwnData)]
        public static int Secret() => 1;
    }

    internal sealed class Misspelled
    {
        [Authorize("OwnDate")]
        public static int Secret() => 1;
    }
}
