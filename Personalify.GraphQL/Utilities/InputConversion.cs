using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Utilities;

/// <summary>Fits a coerced input value to the CLR type that a resolver or an input class expects.</summary>
internal static class InputConversion
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Converters = new();

    /// <summary>The value as <paramref name="target"/>: lists of any kind, nullables, optionals, enums, numbers, and what parses from text.</summary>
    /// <exception cref="CoercionException">The value does not fit, such as an id that is no number.</exception>
    public static object? To(object? value, Type target)
    {
        if (IsOptional(target)) return Activator.CreateInstance(target, To(value, target.GenericTypeArguments[0]), true);
        if (value is null || target.IsInstanceOfType(value)) return value;
        return Converters.GetOrAdd(Nullable.GetUnderlyingType(target) ?? target, MakeConverter)(value);
    }

    /// <summary>The value as <typeparamref name="T"/>; default for null.</summary>
    public static T? To<T>(object? value) => value is T fitting ? fitting : (T?)To(value, typeof(T));

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static Func<object, object?> MakeConverter(Type target)
    {
        if (target.IsEnum) return value => ToEnum(value, target);
        if (target == typeof(DateTime)) return value => value is DateTimeOffset instant ? instant.UtcDateTime : throw Refused(value, target);
        if (ItemTypeOf(target) is { } item) return Generic(nameof(ListConverter), item, target);
        if (target.GetInterfaces().Any(type => IsOf(type, typeof(INumberBase<>)))) return NumberConverter(target);
        if (target.GetInterfaces().Any(type => IsOf(type, typeof(IParsable<>)))) return Generic(nameof(TextConverter), target, target);
        return value => throw Refused(value, target);
    }

    private static Func<object, object?> Generic(string method, Type argument, Type target)
    {
        var maker = typeof(InputConversion).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument);
        return (Func<object, object?>)maker.Invoke(null, [target])!;
    }

    private static bool IsOf(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static Type? ItemTypeOf(Type target)
    {
        if (target.IsArray) return target.GetElementType();
        if (target == typeof(string)) return null;
        return new[] { target }.Concat(target.GetInterfaces()).FirstOrDefault(type => IsOf(type, typeof(IEnumerable<>)))?.GenericTypeArguments[0];
    }

    private static Func<object, object?> ListConverter<TItem>(Type target) => value =>
    {
        if (value is not object?[] items) throw Refused(value, target);
        var converted = Array.ConvertAll(items, item => To<TItem>(item)!);
        if (target.IsAssignableFrom(typeof(TItem[]))) return converted;
        return target.IsAssignableFrom(typeof(HashSet<TItem>)) ? converted.ToHashSet() : Activator.CreateInstance(target, (object)converted);
    };

    private static Func<object, object?> TextConverter<TValue>(Type target)
        where TValue : IParsable<TValue> => value =>
        value is not string text ? throw Refused(value, target)
        : TValue.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : throw new CoercionException($"'{ShownValue.Of(text)}' is not an id.");

    /// <summary>A number of another kind, or the text of an id.</summary>
    private static Func<object, object?> NumberConverter(Type target)
    {
        var fromText = Generic(nameof(TextConverter), target, target);
        return value => value is string ? fromText(value) : ToNumber(value, target);
    }

    private static object ToEnum(object value, Type target) =>
        value is string name && Enum.TryParse(target, name, ignoreCase: true, out var parsed) ? parsed : throw Refused(value, target);

    private static object ToNumber(object value, Type target)
    {
        try
        {
            return Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is FormatException or OverflowException or InvalidCastException)
        {
            throw Refused(value, target);
        }
    }

    private static CoercionException Refused(object value, Type target) =>
        new($"The value {ShownValue.Of(value)} cannot be used as {target.Name}.");
}
