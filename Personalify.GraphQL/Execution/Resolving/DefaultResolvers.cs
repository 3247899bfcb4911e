using System.Collections.Concurrent;
using System.Reflection;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What a field without a resolver is: the entry of that name in a dictionary, or the public property of that name, in any
/// case; null when there is neither. Specification: 6.4.2 Value Resolution.
/// </summary>
internal static class DefaultResolvers
{
    private static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> Readers = new();

    public static Func<object, object?> For(string fieldName) => parent => Read(parent, fieldName);

    private static object? Read(object parent, string name) => parent switch
    {
        IReadOnlyDictionary<string, object?> entries => entries.GetValueOrDefault(name),
        _ => Readers.GetOrAdd((parent.GetType(), name), static key => MakeReader(key.Item1, key.Item2))(parent),
    };

    private static Func<object, object?> MakeReader(Type type, string name)
    {
        var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property?.GetMethod is not { } getter) return _ => null;
        return parent => getter.Invoke(parent, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}
