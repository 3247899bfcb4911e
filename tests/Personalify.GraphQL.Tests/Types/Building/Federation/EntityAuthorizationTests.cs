using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Federation;

/// <summary>Whoever asks for an entity by its key is asked what everybody else is asked.</summary>
public sealed class EntityAuthorizationTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddType<Vault>().AddType<Door>().AddType(typeof(DoorFields)).AddApolloFederation().Build();

    [Theory]
    [InlineData("Door", "__typename", "method@Query", null)]
    [InlineData("Door", "... on Door { number }", "method@Query", null)]
    [InlineData("Door", "... on Door { code }", "method@Query field@Door 7", null)]
    [InlineData("Vault", "__typename", "type@Vault 7", null)]
    [InlineData("Vault", "... on Vault { number }", "type@Vault 7 type@Vault 7", null)]
    [InlineData("Vault", "__typename", "type@Vault 7", "type")]
    [InlineData("Door", "__typename", "method@Query", "method")]
    public async Task Policies_of_method_type_and_field_hold(string type, string selection, string asked, string? refused)
    {
        var authorizer = new Authorizer(refused);
        var (data, error) = await AskAsync(authorizer, type, selection);
        Assert.Equal(asked, string.Join(' ', authorizer.Asked));
        Assert.Equal(refused is null ? null : "AUTH_NOT_AUTHORIZED", error);
        if (refused is not null) Assert.Equal("""{"_entities":[null]}""", data);
    }

    private static async Task<(string Data, string? Code)> AskAsync(Authorizer authorizer, string type, string selection)
    {
        await using var services = new ServiceCollection().AddSingleton<IGraphQLAuthorizer>(authorizer).BuildServiceProvider();
        var document = $$"""{ _entities(representations: [{ __typename: "{{type}}", number: 7 }]) { {{selection}} } }""";
        using var result = await new GraphQLServer(Schema).ExecuteAsync(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(document), Services = services });
        return (Encoding.UTF8.GetString(result.Data.Span), result.Errors.SingleOrDefault()?.Code);
    }

    /// <summary>Notes which policy was asked about which object.</summary>
    private sealed class Authorizer(string? refused) : IGraphQLAuthorizer
    {
        public List<string> Asked { get; } = [];

        public ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand)
        {
            Asked.Add($"{demand.Policy}@{Shown(context.Parent<object>())}");
            return new ValueTask<AuthorizationOutcome>(demand.Policy == refused ? AuthorizationOutcome.NotAuthorized : AuthorizationOutcome.Allowed);
        }

        public ValueTask<AuthorizationOutcome> AuthorizeAsync(AuthorizationContext context, AuthorizationDemand demand) =>
            throw new InvalidOperationException("Nothing here demands anything of requests.");

        private static string Shown(object parent) => parent switch
        {
            Vault vault => $"Vault {vault.Number}",
            Door door => $"Door {door.Number}",
            _ => "Query",
        };
    }

    [Key("number")]
    [Authorize("type")]
    internal sealed record Vault(int Number)
    {
        [ReferenceResolver]
        public static Vault Find(int number) => new(number);
    }

    internal sealed record Door(int Number)
    {
        [Authorize("field")]
        public int Code => 1000 + Number;
    }

    [ExtendObjectType(typeof(Door))]
    [Key("number")]
    internal static class DoorFields
    {
        [ReferenceResolver]
        [Authorize("method")]
        public static ValueTask<Door?> FindAsync(int number) => new(new Door(number));
    }
}
