using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.DevStack;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Differential;

/// <summary>The schema of the differential battery, with resolvers by its directives as <c>tests/conformance/battery.graphql</c> explains them.</summary>
internal static class BatterySchema
{
    private const string Sum = "sum";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Sdl { get; } = File.ReadAllText(Path.Combine(Repository.Root, "tests", "conformance", "battery.graphql"));

    public static Schema Build() => Build("");

    /// <summary>The schema with <c>@defer</c> and <c>@stream</c>.</summary>
    public static Schema BuildIncremental() => Build(File.ReadAllText(Path.Combine(Repository.Root, "tests", "conformance", "incremental.graphql")));

    private static Schema Build(string more)
    {
        var document = Parser.Parse(Sdl + more, ParserOptions.Trusted);
        var schema = SdlSchemaBuilder.Build(document);
        foreach (var type in schema.Types.Values.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))) Bind(type);
        return schema;
    }

    private static void Bind(ObjectType type)
    {
        if (Find(type.AppliedDirectives, "recognizes") is { } recognizes) type.IsTypeOf = Recognizer(recognizes);
        foreach (var field in type.Fields)
        {
            field.Resolver = Resolver(field);
            if (field.Resolver is null) field.PureResolver = parent => Read(parent, field);
        }
    }

    private static FieldResolver? Resolver(OutputField field)
    {
        var directives = field.AppliedDirectives;
        if (Find(directives, "echoes") is not null) return context => new(GivenArguments(context));
        if (Find(directives, "adds") is { } adds) return When(adds, context => new Dictionary<string, object?> { ["value"] = Add(context) });
        if (Find(directives, "sums") is { } sums) return When(sums, context => SumOf(context));
        if (Find(directives, "answers") is not { } answers) return null;
        var (value, error) = (Fit(answers.GetValueOrDefault("with"), field), answers.GetValueOrDefault("error"));
        return When(answers, _ => error is string message ? throw new GraphQLException(message) : value);
    }

    private static FieldResolver When(Dictionary<string, object?> directive, Func<IResolverContext, object?> answer)
    {
        if (directive.GetValueOrDefault("later") is not true) return context => new(answer(context));
        return async context =>
        {
            await Task.Yield();
            return answer(context);
        };
    }

    private static Func<object, IResolverContext, ValueTask<bool>> Recognizer(Dictionary<string, object?> directive)
    {
        var entry = (string)directive["by"]!;
        bool IsRecognized(object value) => value is IReadOnlyDictionary<string, object?> entries && entries.TryGetValue(entry, out var is_)
            && (is_ is null ? throw new GraphQLException("nobody can tell") : is_ is true);
        return async (value, _) =>
        {
            if (directive.GetValueOrDefault("later") is true) await Task.Yield();
            return IsRecognized(value);
        };
    }

    private static object? Read(object parent, OutputField field) => (parent as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(field.Name) switch
    {
        Exception failure => throw failure,
        var value => Fit(value, field),
    };

    /// <summary>Custom scalars of a schema made from SDL take JSON.</summary>
    private static object? Fit(object? value, OutputField field) =>
        value is not null && field.Type is ScalarType scalar && !SpecifiedScalars.Contains(scalar.Name) ? JsonSerializer.SerializeToElement(value, Plain) : value;

    private static long SumOf(IResolverContext context) => context.ContextData.TryGetValue(Sum, out var sum) ? (long)sum! : 0;

    private static long Add(IResolverContext context)
    {
        var sum = SumOf(context) + context.ArgumentValue<int>("n");
        context.ContextData[Sum] = sum;
        return sum;
    }

    private static string GivenArguments(IResolverContext context)
    {
        var given = new Dictionary<string, object?>();
        foreach (var argument in context.Field.Arguments)
        {
            if (context.ArgumentOptional<object>(argument.Name) is { HasValue: true } value) given[argument.Name] = value.Value;
        }

        return JsonSerializer.Serialize(given, Plain);
    }

    private static Dictionary<string, object?>? Find(IReadOnlyList<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name)?.Arguments.ToDictionary(argument => argument.Name.Value, argument => Value(argument.Value));

    private static object? Value(ValueNode literal) => literal switch
    {
        IntValueNode number => int.TryParse(number.Value, out var small) ? small : long.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
        StringValueNode text => text.Value,
        BooleanValueNode boolean => boolean.Value,
        EnumValueNode { Value: "FAILS" } => new GraphQLException("boom"),
        EnumValueNode { Value: "NAN" } => double.NaN,
        EnumValueNode name => name.Value,
        ListValueNode list => list.Items.Select(Value).ToArray(),
        ObjectValueNode entries => entries.Fields.ToDictionary(field => field.Name.Value, field => Value(field.Value)),
        _ => null,
    };
}
