using Personalify.GraphQL.Types.Building;
using System.Text.Encodings.Web;
using System.Text.Json;
using Personalify.DevStack;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The schema of the differential battery with the resolvers that <c>tests/conformance/battery.mjs</c> lists.</summary>
internal static class BatterySchema
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Schema Build()
    {
        var sdl = File.ReadAllText(Path.Combine(Repository.Root, "tests", "conformance", "battery.graphql"));
        var schema = SdlSchemaBuilder.Build(sdl, new Dictionary<string, FieldResolver>
        {
            ["Query.f"] = context => new(GivenArguments(context)),
            ["Query.n"] = _ => new((object?)null),
            ["Query.u"] = _ => new(new object()),
            ["Query.i"] = _ => new(new object()),
            ["Query.list"] = _ => new(new int?[] { 1, null, 3 }),
            ["Query.nlist"] = _ => new(new object[] { 1, "x", 3 }),
            ["Query.big"] = _ => new(2147483648),
            ["Query.fl"] = _ => new(double.NaN),
            ["Query.id"] = _ => new(12),
            ["Query.nn"] = _ => new(new object()),
            ["Query.err"] = _ => throw new InvalidOperationException("rej"),
            ["Mutation.m"] = _ => new((object?)null),
            ["Obj.x"] = context => context.Path[0] is "nn" ? throw new InvalidOperationException("boom") : new((object?)null),
            ["Obj.y"] = _ => new((object?)null),
            ["Obj.z"] = _ => new("zz"),
        });
        ((UnionType)schema.Types["U"]).ResolveType = (_, _) => new("Obj");
        ((InterfaceType)schema.Types["I"]).ResolveType = (_, _) => new("Nope");
        return schema;
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
}
