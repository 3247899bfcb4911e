using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Snapshooter.Xunit;

namespace Personalify.GraphQL.Tests.Types.Building;

public abstract class MutationConventionTests(Bindings bindings)
{
    private readonly Schema _schema = Builder().AddMutationConventions().BuildWith(bindings);

    public sealed class ByGeneratedCode() : MutationConventionTests(Bindings.Generated);

    public sealed class ByCompiledCode() : MutationConventionTests(Bindings.Compiled);

    [Fact]
    public void A_mutation_takes_an_input_and_answers_with_a_payload() =>
        Snapshot.Match(SchemaPrinter.Print(_schema), "Shop");

    [Theory]
    [InlineData("buy(input: { itemId: 9 }) { order { id note } errors { __typename } }", """{"buy":{"order":{"id":"9","note":"1absent"},"errors":null}}""")]
    [InlineData("buy(input: { itemId: 9, count: 3, note: null }) { order { note } }", """{"buy":{"order":{"note":"3null"}}}""")]
    [InlineData("return(input: { text: \"\" }) { order { id } errors { __typename } }", """{"return":{"order":null,"errors":null}}""")]
    [InlineData("empty { order { id } }", """{"empty":{"order":[]}}""")]
    [InlineData("remove(input: { id: 5 }) { removedId }", """{"remove":{"removedId":"5"}}""")]
    [InlineData("change(input: { fail: false }) { order { id } count later errors { __typename } }", """{"change":{"order":{"id":"1"},"count":4,"later":"later 4","errors":null}}""")]
    [InlineData("plain(value: 1)", """{"plain":true}""")]
    [InlineData("rename(with: { name: \"x\" }) { boolean problems { __typename } }", """{"rename":{"boolean":true,"problems":null}}""")]
    public Task What_a_mutation_returns_stands_in_its_payload(string field, string data) => _schema.AnswersAsync($"mutation {{ {field} }}", data);

    [Theory]
    [InlineData("buy(input: { itemId: 1 })", """{"order":null,"errors":[{"__typename":"SoldOutError","message":"No wood.","left":3}]}""")]
    [InlineData("buy(input: { itemId: 2 })", """{"order":null,"errors":[{"__typename":"PriceError","message":"The price is 7."}]}""")]
    [InlineData("buy(input: { itemId: 3 })", """{"order":null,"errors":[{"__typename":"SoldOutError","message":"No iron.","left":0},{"__typename":"PriceError","message":"The price is 5."}]}""")]
    public Task A_declared_exception_is_an_error_of_the_payload(string field, string payload) => _schema.AnswersAsync(
        $"mutation {{ {field} {{ order {{ id }} errors {{ __typename ... on Error {{ message }} ... on SoldOutError {{ left }} }} }} }}", "{\"buy\":" + payload + "}");

    [Theory]
    [InlineData("return(input: { text: \"late\" })", """[{"message":"LateException."}]""")]
    [InlineData("return(input: { text: \"dear\" })", """[{"message":"The price is 1."}]""")]
    [InlineData("pay(input: { amount: 0 })", """[{"message":"Too late."}]""")]
    [InlineData("pay(input: { amount: -1 })", """[{"message":"The price is -1."},{"message":"And late."}]""")]
    [InlineData("pay(input: { amount: 1 })", "null")]
    public Task Errors_are_made_by_a_factory_or_returned(string field, string errors) => _schema.AnswersAsync(
        $"mutation {{ it: {field} {{ errors {{ ... on Error {{ message }} }} }} }}", "{\"it\":{\"errors\":" + errors + "}}");

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_exception_that_is_not_declared_stays_an_error_of_the_response(int itemId)
    {
        var error = await _schema.FailsAsync($"mutation {{ buy(input: {{ itemId: {itemId} }}) {{ order {{ id }} }} }}");
        Assert.Equal("Unexpected Execution Error", error.Message);
    }

    [Fact]
    public Task Every_field_of_an_own_payload_is_null_after_a_failure() => _schema.AnswersAsync(
        "mutation { change(input: { fail: true }) { order { id } count later errors { ... on PriceError { price } } } }",
        """{"change":{"order":null,"count":null,"later":null,"errors":[{"price":9}]}}""");

    [Fact]
    public async Task What_does_not_fit_the_input_is_named_by_its_field()
    {
        var error = await _schema.FailsAsync("mutation { buy(input: { itemId: \"x\" }) { order { id } } }");
        Assert.Equal("Argument \"Mutation.buy(input:)\" has invalid value at .itemId: 'x' is not an id.", error.Message);
    }

    [Fact]
    public async Task The_query_root_can_be_reached_from_a_payload()
    {
        var schema = Builder().AddMutationConventions().AddQueryFieldToMutationPayloads().Build();
        await schema.AnswersAsync(
            "mutation { change(input: { fail: true }) { query { version } } empty { query { __typename } } plain(value: 1) }",
            """{"change":{"query":{"version":"1"}},"empty":{"query":{"__typename":"Query"}},"plain":true}""");
    }

    [Fact]
    public void Only_mutations_that_ask_for_it_follow_when_not_all_do()
    {
        var schema = Builder().AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = false })
            .Build();
        var mutation = schema.MutationType!;
        Assert.Equal("BuyPayload!", mutation.Fields["buy"].Type.ToString());
        Assert.Equal("RemovePayload!", mutation.Fields["remove"].Type.ToString());
        Assert.Equal("[Order!]!", mutation.Fields["empty"].Type.ToString());
    }

    [Fact]
    public void Errors_implement_the_authors_own_interface()
    {
        var schema = new SchemaBuilder().AddType(typeof(Shop.Query)).AddType(typeof(OwnMutation)).AddMutationConventions().AddErrorInterfaceType<IOwnError>().Build();
        var error = Assert.IsType<ObjectType>(schema.Types["OwnError"]);
        Assert.Equal(["IOwnError"], error.Interfaces.Select(contract => contract.Name));
        Assert.False(schema.Types.ContainsKey("Error"));
    }

    [Fact]
    public void A_declared_error_that_could_never_come_stops_the_start()
    {
        Assert.Contains("which nothing makes", Refused(typeof(Unmakeable), true), StringComparison.Ordinal);
        Assert.Contains("which only a mutation under the mutation convention may", Refused(typeof(Shop.Mutation), false), StringComparison.Ordinal);
        Assert.Contains("ClashPayload has a field errors already", Refused(typeof(Clashes), true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_has_a_declared_reason()
    {
        Assert.Throws<ArgumentException>(() => new FieldResult<int>([]));
        Assert.Throws<ArgumentException>(() => new FieldResult<int, string, Shop.LateError>([new Shop.PriceError(new Shop.PriceException(1))]));
    }

    private static SchemaBuilder Builder() => new SchemaBuilder().AddType(typeof(Shop.Query)).AddType(typeof(Shop.Mutation));

    private static string Refused(Type mutation, bool hasConvention)
    {
        var builder = new SchemaBuilder().AddType(typeof(Shop.Query)).AddType(mutation);
        if (hasConvention) builder.AddMutationConventions();
        return string.Join(' ', Assert.Throws<SchemaException>(builder.Build).Errors.Select(error => error.Message));
    }

    [MutationType]
    internal static class Unmakeable
    {
        [Error<Shop.LateError>]
        public static bool Act() => true;
    }

    [MutationType]
    internal static class Clashes
    {
        [Error<Shop.PriceError>]
        public static ClashPayload Clash() => new([]);
    }

    internal sealed record ClashPayload(IReadOnlyList<string> Errors);

    [MutationType]
    internal static class OwnMutation
    {
        [Error<OwnError>]
        public static bool Act() => true;
    }

    [InterfaceType]
    internal interface IOwnError
    {
        string Message { get; }

        string Reason { get; }
    }

    internal sealed class OwnError(Shop.LateException cause) : IOwnError
    {
        public string Message => cause.Message;

        public string Reason => "late";
    }
}
