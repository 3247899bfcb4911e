using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>Attributes and descriptors are two ways to say one thing: the same schema, and the same answers.</summary>
public abstract class FluentTypeTests(Bindings bindings)
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<IGraphQLAuthorizer>(new AuthorizeTests.FakeAuthorizer(AuthorizationOutcome.NotAuthorized)).BuildServiceProvider();

    private readonly Schema _attributed = Configured()
        .AddQueryType<AttributedShop.Query>().AddMutationType<AttributedShop.Mutation>().AddType<AttributedShop.IFound>().AddType<AttributedShop.INamed>()
        .AddType<AttributedShop.Book>().AddType(typeof(AttributedShop.BookFields)).AddType<AttributedShop.Author>()
        .BuildWith(bindings);

    private readonly Schema _described = Configured()
        .AddQueryType<DescribedShop.QueryType>().AddMutationType<DescribedShop.MutationType>().AddType<DescribedShop.FoundType>().AddType<DescribedShop.NamedType>()
        .AddType<DescribedShop.BookType>().AddTypeExtension<DescribedShop.BookExtension>().AddType<DescribedShop.AuthorType>()
        .AddType<DescribedShop.WishType>().AddType<DescribedShop.MoodType>()
        .BuildWith(bindings);

    public sealed class ByGeneratedCode() : FluentTypeTests(Bindings.Generated);

    public sealed class ByCompiledCode() : FluentTypeTests(Bindings.Compiled);

    [Fact]
    public void Both_say_the_same_schema() => Assert.Equal(SchemaPrinter.Print(_attributed), SchemaPrinter.Print(_described));

    [Theory]
    [InlineData("{ books(first: 1, order: [{ title: ASC }], where: { price: { gt: 1 } }) { totalCount nodes { name title id twice } } }", "\"name\":\"A\"")]
    [InlineData("{ search { __typename ... on Named { name } ... on Book { three: twice(times: 3) authors { name } } } }", "Writer")]
    [InlineData("{ search(wish: { called: \"w\" }) { ... on Writer { name } ... on Book { price } } }", "\"price\":1")]
    [InlineData("{ search(wish: { mood: HAPPY }) { ... on Book { price } } }", "\"price\":0")]
    [InlineData("{ search(wish: { hidden: \"x\" }) { __typename } }", "hidden")]
    [InlineData("{ search(text: \"none\") { __typename } }", "\"search\":[]")]
    [InlineData("{ sales }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("{ node(id: \"Qm9vazox\") { id ... on Book { name authors { name } } } }", "\"name\":\"A\"")]
    [InlineData("{ books(first: 3) { nodes { name } } }", "HC0051")]
    [InlineData("mutation { sell(input: { id: \"Qm9vazox\" }) { book { name } errors { __typename } } }", "\"name\":\"A\"")]
    [InlineData("mutation { sell(input: { id: \"Qm9vazoy\" }) { book { name } errors { ... on Error { message } } } }", "Sold out.")]
    public async Task Both_answer_the_same(string query, string part)
    {
        var (attributed, described) = (await AnswerAsync(_attributed, query), await AnswerAsync(_described, query));
        Assert.Equal(attributed, described);
        Assert.Contains(part, described, StringComparison.Ordinal);
    }

    private static SchemaBuilder Configured() => new SchemaBuilder().AddFiltering().AddSorting().AddMutationConventions().AddGlobalObjectIdentification();

    private static async Task<string> AnswerAsync(Schema schema, string query)
    {
        var result = await new GraphQLServer(schema).ExecuteAsync(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(query), Services = Services });
        return $"{Encoding.UTF8.GetString(result.Data.Span)} {string.Join(' ', result.Errors.Select(error => $"{error.Code} {error.Message}"))}";
    }
}
