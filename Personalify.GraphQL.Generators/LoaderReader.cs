using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Generators;

/// <summary>Reads a marked method: of which kind its loader is, and where each parameter comes from.</summary>
internal static class LoaderReader
{
    private const string Suffix = "DataLoader";

    public static Loader Read(GeneratorAttributeSyntaxContext found)
    {
        var method = (IMethodSymbol)found.TargetSymbol;
        var location = method.Locations[0];
        if (!method.IsStatic || method.IsGenericMethod || !IsCallable(method)) return Refused(Rules.NotCallable);
        if (TaskResult(method.ReturnType) is not { } result) return Refused(Rules.NoTask);
        if (method.Parameters.IsEmpty) return Refused(Rules.NoKey);

        var first = method.Parameters[0].Type;
        if (!IsNamed(first, "System.Collections.Generic.IReadOnlyList`1"))
            return IsKey(first) ? Written(LoaderKind.Cache, first, result) : Refused(Rules.NoKey);
        var key = ((INamedTypeSymbol)first).TypeArguments[0];
        return Kind(result) is { } kind && Is(((INamedTypeSymbol)result).TypeArguments[0], key)
            ? Written(kind, key, ((INamedTypeSymbol)result).TypeArguments[1])
            : Refused(Rules.NoValues);

        Loader Refused(DiagnosticDescriptor rule, string? name = null) => new() { Problem = new Problem(rule, name ?? method.Name, location) };

        Loader Written(LoaderKind kind, ITypeSymbol keyType, ITypeSymbol value)
        {
            var settings = LoaderSettings.Of(found.Attributes[0], method.ContainingAssembly);
            var writer = new LoaderWriter(method, NameOf(method, found.Attributes[0]), kind, keyType, value, settings);
            var lookups = settings.Lookups.Select(name => (Name: name, Found: LoaderLookup.Find(method, name, keyType, writer.Loaded(found.SemanticModel.Compilation)))).ToList();
            if (lookups.Find(lookup => lookup.Found is null).Name is { } missing) return Refused(Rules.NoLookup, missing);
            var registration = LoaderRegistration.Of(writer, settings, lookups.Select(lookup => lookup.Found!));
            return new Loader { FullName = writer.FullName, Source = writer.Write(), Registration = registration };
        }
    }

    public static bool IsNamed(ITypeSymbol type, string metadataName) =>
        type.OriginalDefinition is INamedTypeSymbol named && $"{named.ContainingNamespace}.{named.MetadataName}" == metadataName;

    /// <summary><c>GetBrandByIdAsync</c> is <c>BrandByIdDataLoader</c>.</summary>
    private static string NameOf(IMethodSymbol method, AttributeData attribute)
    {
        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? method.Name;
        if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal)) name = name.Substring(3);
        if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal)) name = name.Substring(0, name.Length - 5);
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix;
    }

    public static bool IsCallable(ISymbol symbol)
    {
        for (var each = symbol; each is not null and not INamespaceSymbol; each = each.ContainingSymbol)
        {
            if (each.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return false;
            if (each is INamedTypeSymbol { IsGenericType: true }) return false;
        }

        return true;
    }

    private static ITypeSymbol? TaskResult(ITypeSymbol type) =>
        IsNamed(type, "System.Threading.Tasks.Task`1") || IsNamed(type, "System.Threading.Tasks.ValueTask`1") ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    private static LoaderKind? Kind(ITypeSymbol result)
    {
        if (IsNamed(result, "System.Linq.ILookup`2")) return LoaderKind.Grouped;
        var isDictionary = IsNamed(result, "System.Collections.Generic.IReadOnlyDictionary`2") || IsNamed(result, "System.Collections.Generic.Dictionary`2");
        return isDictionary ? LoaderKind.Batch : null;
    }

    /// <summary>A plain value or record: not a service, a token or anything else that only looks like the first parameter.</summary>
    private static bool IsKey(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || (type.IsValueType && !IsNamed(type, "System.Threading.CancellationToken")) || type is { IsRecord: true };

    public static bool Is(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}

/// <summary>How many keys a loader fetches, and how many values they have.</summary>
internal enum LoaderKind
{
    Batch,
    Grouped,
    Cache,
}
