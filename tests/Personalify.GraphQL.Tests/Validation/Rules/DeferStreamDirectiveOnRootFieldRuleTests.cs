using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnRootFieldRuleTests
{
    private static readonly RuleHarness _harness = new(new DeferStreamDirectiveOnRootFieldRule(), "directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD type Message { body: String sender: Sender } type Sender { name: String } type Query { message: Message messages: [Message] } type Mutation { message: Message messages: [Message] } type Subscription { message: Message messages: [Message] }");

    [Theory]
    [InlineData("deferred fragments at the root of a query", "{ ...F @defer ... @defer { message { body } } } fragment F on Query { message { body } }")]
    [InlineData("a streamed list at the root of a query", "{ messages @stream { body } }")]
    [InlineData("deferred fragments below the root of a mutation", "mutation { message { ...F @defer ... @defer { body } } } fragment F on Message { body }")]
    [InlineData("deferred fragments below the root of a subscription", "subscription { message { ...F @defer } } fragment F on Message { body }")]
    public void Accepts(string what, string document) => _harness.AssertAccepts(what, document);

    [Theory]
    [InlineData("a spread at the root of a mutation", "mutation { ...F @defer } fragment F on Mutation { message { body } }", "1:17 Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("an inline fragment at the root of a mutation", "mutation { ... @defer { message { body } } }", "1:16 Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("a spread at the root of a subscription", "subscription { ...F @defer } fragment F on Subscription { message { body } }", "1:21 Defer directive cannot be used on root subscription type \"Subscription\".")]
    [InlineData("an inline fragment in a spread at the root", "mutation { ...F } fragment F on Mutation { ... @defer { message { body } } }", "1:48 Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("a list at the root of a mutation", "mutation { messages @stream { body } }", "1:21 Stream directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("a list in a spread at the root of a subscription", "subscription { ...F } fragment F on Subscription { messages @stream { body } }", "1:61 Stream directive cannot be used on root subscription type \"Subscription\".")]
    [InlineData("one fragment in two operations", "mutation A { ...F } mutation B { ...F } fragment F on Mutation { messages @stream { body } }", "1:75 Stream directive cannot be used on root mutation type \"Mutation\".", "1:75 Stream directive cannot be used on root mutation type \"Mutation\".")]
    public void Refuses(string what, string document, params string[] errors) => _harness.AssertRefuses(what, document, errors);
}
