using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnValidOperationsRuleTests
{
    private static readonly RuleHarness _harness = new(new DeferStreamDirectiveOnValidOperationsRule(), "directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD type Message { body: String sender: Sender } type Sender { name: String } type Query { message: Message messages: [Message] } type Mutation { message: Message messages: [Message] } type Subscription { message: Message messages: [Message] }");

    [Theory]
    [InlineData("queries and mutations", "query A { message { ... @defer { body } } } mutation B { message { ... @defer { body } } }")]
    [InlineData("what a variable may switch off", "subscription($b: Boolean) { message { ... @defer(if: $b) { body } } messages @stream(if: $b) { body } }")]
    [InlineData("what is switched off", "subscription { message { ... @defer(if: false) { body } } }")]
    [InlineData("what a variable may skip", "subscription($b: Boolean!) { message { ... @defer @skip(if: $b) { body } ... @defer @include(if: $b) { body } } }")]
    [InlineData("what is skipped", "subscription { message { ... @defer @skip(if: true) { body } ... @defer @include(if: false) { body } } }")]
    [InlineData("what stands below something that a variable may skip", "subscription($b: Boolean!) { message @skip(if: $b) { ... @defer { body } } }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a fragment", "subscription { message { ... @defer { body } } }", "1:30 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("a fragment that is switched on", "subscription { message { ... @defer(if: true) { body } } }", "1:30 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("a fragment that is not skipped", "subscription { message { ... @defer @skip(if: false) { body } ... @defer @include(if: true) { sender { name } } } }", "1:30 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.", "1:67 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("a list", "subscription { messages @stream { body } }", "1:25 Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.")]
    [InlineData("a fragment within a fragment, with its way", "subscription { message { ...F } } fragment F on Message { ...G } fragment G on Message { ... @defer { body } }", "1:94 1:59 1:26 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("one fragment in two operations", "subscription A { message { ...F } } subscription B { message { ...F } } fragment F on Message { ... @defer { body } }", "1:101 1:28 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.", "1:101 1:64 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
