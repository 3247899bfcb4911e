using System.Reflection;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>State of one call of a field: from middleware to the resolver and back.</summary>
public abstract class LocalStateTests(Bindings bindings)
{
    private readonly Schema _schema = new SchemaBuilder().AddQueryType<Query>().BuildWith(bindings);

    public sealed class ByGeneratedCode() : LocalStateTests(Bindings.Generated);

    public sealed class ByCompiledCode() : LocalStateTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ given }", """{"given":"Ada"}""")]
    [InlineData("{ later }", """{"later":"Ada Ada"}""")]
    [InlineData("{ answered }", """{"answered":"answered, and back: 7"}""")]
    [InlineData("{ maybe }", """{"maybe":"nothing"}""")]
    [InlineData("{ own }", """{"own":"set by itself"}""")]
    [InlineData("{ node { inner } }", """{"node":{"inner":"nothing"}}""")]
    public Task State_is_seen_by_the_call_alone(string query, string data) => _schema.AnswersAsync(query, data);

    [Fact]
    public async Task State_that_nobody_has_set_fails_the_field_that_needs_it()
    {
        var error = await _schema.FailsAsync("{ missing }");
        Assert.Contains(
            "Query.missing needs the local state \"user\" as System.String, which nothing has set: set it in middleware of the field, by SetLocalState",
            error.Exception!.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Local_state_is_no_argument() => Assert.All(_schema.QueryType!.Fields, field => Assert.Empty(field.Arguments));

    internal sealed class Query
    {
        [UseUser]
        public static string Given([LocalState] string user) => user;

        [UseUser]
        public static async Task<string> GetLaterAsync([LocalState("user")] string first, IResolverContext context)
        {
            await Task.Yield();
            return $"{first} {context.GetLocalState<string>("user")}";
        }

        [UseUser]
        public static string Answered([LocalState] SetState<int> seen)
        {
            seen(7);
            return "answered";
        }

        [UseUser]
        public static Node Node => new();

        public static string Maybe([LocalState] string? user) => user ?? "nothing";

        public static string? Missing([LocalState] string user) => user;

        public static string Own(IResolverContext context)
        {
            context.SetLocalState("mine", "set by itself");
            return context.GetLocalState<string>("mine");
        }
    }

    internal sealed class Node
    {
        public string Default { get; } = "nothing";

        public string Inner([LocalState] string? user) => user ?? Default;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    internal sealed class UseUserAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => descriptor.Use(next => async call =>
        {
            call.SetLocalState("user", "Ada");
            await next(call);
            if (call.GetLocalStateOrDefault<int>("seen") is var seen and > 0) call.Result = $"{call.Result}, and back: {seen}";
        });
    }
}
