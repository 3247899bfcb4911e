using Personalify.GraphQL.Types;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>A field that says which arguments it was given: <c>a=1 l=[2,null]</c>; absent ones are left out.</summary>
internal static class InputEngine
{
    private const string Sdl = """
        type Query { f(a: Int = 1, e: E, i: In, l: [Int!], m: [[Int]], id: ID, s: String, fl: Float, b: Boolean, o: One): String  r(x: Int!): String }
        input In { a: Int!  b: String = "x"  c: In  l: [Int!] }
        input One @oneOf { a: Int  b: String }
        enum E { A B }
        """;

    private static readonly string[] Arguments = ["a", "e", "i", "l", "m", "id", "s", "fl", "b", "o"];

    public static Engine Create() => new Engine(Sdl)
        .On("Query.f", context => string.Join(' ', Arguments.Select(name => Describe(context, name)).OfType<string>()))
        .On("Query.r", context => context.ArgumentValue<int>("x").ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string? Describe(IResolverContext context, string name)
    {
        var value = context.ArgumentOptional<object>(name);
        return value.HasValue ? $"{name}={Show(value.Value)}" : null;
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(',', items.Select(Show))}]",
        IReadOnlyDictionary<string, object?> fields => $"({string.Join(',', fields.Select(field => $"{field.Key}:{Show(field.Value)}"))})",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };
}
