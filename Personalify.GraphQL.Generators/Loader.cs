using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Personalify.GraphQL.Generators;

/// <summary>What became of one marked method. Equal when the text is, so that nothing is written again that has not changed.</summary>
internal sealed class Loader : IEquatable<Loader>
{
    /// <summary>The class with its namespace; <c>null</c> when there is a problem.</summary>
    public string? FullName { get; set; }

    public string? Source { get; set; }

    /// <summary>The statements that register the class and its lookups.</summary>
    public string? Registration { get; set; }

    public Problem? Problem { get; set; }

    public bool Equals(Loader? other) => other is not null
        && FullName == other.FullName && Source == other.Source && Registration == other.Registration && Equals(Problem, other.Problem);

    public override bool Equals(object? obj) => Equals(obj as Loader);

    public override int GetHashCode() => Source?.GetHashCode() ?? Problem?.GetHashCode() ?? 0;
}

/// <summary>Why a method cannot become a loader, and where it stands.</summary>
internal sealed class Problem(DiagnosticDescriptor rule, string method, Location location) : IEquatable<Problem>
{
    private readonly DiagnosticDescriptor _rule = rule;
    private readonly string _method = method;
    private readonly string _file = location.SourceTree?.FilePath ?? "";
    private readonly TextSpan _span = location.SourceSpan;
    private readonly LinePositionSpan _lines = location.GetLineSpan().Span;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(_rule, Location.Create(_file, _span, _lines), _method);

    public bool Equals(Problem? other) =>
        other is not null && _rule.Id == other._rule.Id && _method == other._method && _file == other._file && _span == other._span;

    public override bool Equals(object? obj) => Equals(obj as Problem);

    public override int GetHashCode() => _method.GetHashCode() ^ _span.GetHashCode();
}

/// <summary>What can be wrong with a marked method. HC0074 and HC0075 are Hot Chocolate's.</summary>
internal static class Rules
{
    public static DiagnosticDescriptor NoKey { get; } = Rule(
        "HC0074", "{0} is marked with [DataLoader], so its first parameter must be the keys (IReadOnlyList<TKey>), or the key of a loader that fetches one at a time");

    public static DiagnosticDescriptor NotCallable { get; } = Rule(
        "HC0075", "{0} is marked with [DataLoader], so it must be static, not generic, and public or internal, and so must the classes around it");

    public static DiagnosticDescriptor NoValues { get; } = Rule(
        "PGQL001", "{0} is marked with [DataLoader] and takes keys, so it must return a task of IReadOnlyDictionary<TKey, TValue>, Dictionary<TKey, TValue> or ILookup<TKey, TValue> with the same key");

    public static DiagnosticDescriptor NoTask { get; } = Rule("PGQL002", "{0} is marked with [DataLoader], so it must return a Task<T> or ValueTask<T>");

    public static DiagnosticDescriptor NoLookup { get; } = Rule(
        "PGQL003", "{0} is named by [DataLoader(Lookups = …)], so beside the method there must be a static method of that name, public or internal, that takes one value and returns the loader's key of it, or a KeyValuePair of the loader's key and value");

    private static DiagnosticDescriptor Rule(string id, string message) =>
        new(id, "A method cannot become a DataLoader", message, "DataLoader", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
