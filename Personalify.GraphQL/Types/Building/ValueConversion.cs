using System.Collections;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Puts a conversion of single values around fields and inputs; lists are converted item by item, and null stays null.</summary>
internal static class ValueConversion
{
    /// <summary>Converts what a field's resolver returns.</summary>
    public static void Attach(OutputField field, Func<object, object?> convert)
    {
        if (field.PureResolver is { } pure) field.PureResolver = parent => Apply(pure(parent), convert);
        else if (field.Resolver is { } resolver)
            field.Resolver = async context => Apply(await resolver(context).ConfigureAwait(false), convert);
    }

    /// <summary>Converts coerced input.</summary>
    public static Func<object?, object?> Reader(Func<object, object?> convert)
    {
        return Read;

        object? Read(object? value) => value switch
        {
            null => null,
            object?[] items => Array.ConvertAll(items, Read),
            _ => convert(value),
        };
    }

    private static object? Apply(object? value, Func<object, object?> convert) => value switch
    {
        null => null,
        IFieldResult result => result.Errors.Count > 0 ? result : Apply(result.Value, convert),
        IEnumerable list when value is not (string or byte[]) => list.Cast<object?>().Select(item => Apply(item, convert)).ToArray(),
        _ => convert(value),
    };
}
