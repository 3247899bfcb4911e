using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Where the parameters of resolvers come from.</summary>
public abstract class ParameterTests(Bindings bindings)
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<Clock>().AddSingleton<IGreeter, Greeter>().AddSingleton(new Settings("set")).AddKeyedSingleton("first", new Settings("one")).AddKeyedScoped(2, (_, _) => new Settings("two")).BuildServiceProvider();

    private readonly Schema _schema = new SchemaBuilder(Services.GetRequiredService<IServiceProviderIsService>()).AddQueryType<Query>().BuildWith(bindings);

    public sealed class ByGeneratedCode() : ParameterTests(Bindings.Generated);

    public sealed class ByCompiledCode() : ParameterTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ services }", """{"services":"Hello 5 set True"}""")]
    [InlineData("{ state }", """{"state":"Ada  ada"}""")]
    [InlineData("{ selected { a } }", """{"selected":{"a":"a:True b:False"}}""")]
    [InlineData("{ selected { ... { b a: b } } }", """{"selected":{"b":"a:False b:True","a":"a:False b:True"}}""")]
    [InlineData("{ keyed }", """{"keyed":"one two True"}""")]
    [InlineData("{ named(label: \"x\", settings: { value: \"y\" }) }", """{"named":"x y"}""")]
    [InlineData("{ either { b } }", """{"either":{"b":"True False either"}}""")]
    [InlineData("{ context }", """{"context":"context True True"}""")]
    [InlineData("{ scalars(day: \"2026-01-31\", at: \"2026-01-31T18:05:00+01:00\", letters: [\"a\", \"b\"], flags: \"x\") }", """{"scalars":"2026-01-31 17:05 a,b x"}""")]
    [InlineData("{ scalars(day: \"2026-01-31\", at: \"2026-01-31T18:05:00Z\", letters: []) }", """{"scalars":"2026-01-31 18:05  "}""")]
    [InlineData("{ optional(a: null) }", """{"optional":"null absent"}""")]
    [InlineData("{ optional(b: 1) }", """{"optional":"absent 1"}""")]
    [InlineData("{ nested(input: { items: [{ name: \"x\" }, { name: null, size: 2 }] }) }", """{"nested":"x/absent null/2 unset later"}""")]
    public async Task A_parameter_is_found(string query, string data)
    {
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes(query), Services = Services };
        request.ContextData["currentUser"] = "Ada";
        request.ContextData[nameof(ClaimsPrincipal)] = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test"));
        var result = await new GraphQLServer(_schema).ExecuteAsync(request);
        Assert.Equal([], result.Errors.Select(error => error.Exception?.ToString() ?? error.Message));
        Assert.Equal(data, Encoding.UTF8.GetString(result.Data.Span));
    }

    [Fact]
    public void Only_arguments_are_part_of_the_schema()
    {
        var arguments = _schema.QueryType!.Fields.ToDictionary(field => field.Name, field => field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));
        Assert.All(["services", "state", "selected", "context"], name => Assert.Empty(arguments[name]));
        Assert.Equal(["day: LocalDate!", "at: DateTime!", "letters: [String!]!", "flags: String"], arguments["scalars"]);
        Assert.Equal(["a: Int", "b: Int"], arguments["optional"]);
    }

    [Fact]
    public void An_argument_is_named_by_its_attribute_and_may_be_what_is_a_service_elsewhere() =>
        Assert.Equal(["label: String!", "settings: SettingsInput!"], _schema.QueryType!.Fields["named"].Arguments.Select(argument => $"{argument.Name}: {argument.Type}"));

    [Fact]
    public async Task Missing_state_fails_the_field_that_needs_it()
    {
        var error = await _schema.FailsAsync("{ state }", Services);
        Assert.Equal(["state"], error.Path);
        Assert.Contains("needs the request state \"currentUser\" as System.String", error.Exception!.Message, StringComparison.Ordinal);
    }

    internal sealed class Query(Clock clock)
    {
        public string Services(IGreeter greeter, Settings settings, [Service] Clock same, INameByIdLoader? loader) =>
            $"{greeter.Greet()} {clock.Ticks} {settings.Value} {loader is null && same == clock}";

        public static string State([GlobalState] string currentUser, [GlobalState("other")] string? none, ClaimsPrincipal user) =>
            $"{currentUser} {none} {user.Identity!.Name}";

        public static string Keyed([Service("first")] Settings first, [Service(2)] Settings second, [Service("none")] Settings? none) => $"{first.Value} {second.Value} {none is null}";

        public static string Named([Argument("label")] string text, [Argument] Settings settings) => $"{text} {settings.Value}";

        public static Selected Either([IsSelected("a", "b")] bool hasEither, [IsSelected("c", "d")] bool hasOther, ISelection selection) =>
            new($"{hasEither} {hasOther} {selection.ResponseName}");

        public static Selected Selected([IsSelected("a")] bool hasA, [IsSelected("b")] bool hasB) => new($"a:{hasA} b:{hasB}");

        public static string Context(IResolverContext context, IServiceProvider services, CancellationToken cancellationToken) =>
            $"{context.Field.Name} {cancellationToken == context.RequestAborted} {services == context.Services}";

        public static string Scalars(DateOnly day, DateTime at, HashSet<string> letters, string? flags) =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {at:HH:mm} {string.Join(',', letters)} {flags}");

        public static string Optional(Optional<int?> a, Optional<int?> b) => $"{Show(a)} {Show(b)}";

        public static string Nested(Outer input) => $"{string.Join(' ', input.Items.Select(item => $"{item.Name ?? "null"}/{Show(item.Size)}"))} {input.Note} {input.Time}";

        private static string Show(Optional<int?> value) => !value.HasValue ? "absent" : value.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null";
    }

    internal sealed record Selected(string A)
    {
        public string B => A;
    }

    internal sealed record Outer(IReadOnlyList<Inner> Items)
    {
        public string? Note { get; init; } = "unset";

        [DefaultValue("later")]
        public required string Time { get; init; }
    }

    internal sealed record Inner(string? Name, Optional<int?> Size);

    internal sealed class Clock
    {
        public int Ticks { get; } = 5;
    }

    internal interface IGreeter
    {
        string Greet();
    }

    internal sealed class Greeter : IGreeter
    {
        public string Greet() => "Hello";
    }

    internal sealed record Settings(string Value);

    internal interface INameByIdLoader : IDataLoader<int, string>;
}
