using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Generators;

/// <summary>A method by which a loader finds its values among those of others.</summary>
internal sealed class LoaderLookup
{
    private readonly IMethodSymbol _method;
    private readonly LookupForm _form;

    private LoaderLookup(IMethodSymbol method, LookupForm form) => (_method, _form) = (method, form);

    /// <summary>The method of that name beside the loader's; <c>null</c> when there is none that can be one.</summary>
    public static LoaderLookup? Find(IMethodSymbol loader, string name, ITypeSymbol key, ITypeSymbol value)
    {
        foreach (var method in loader.ContainingType.GetMembers(name).OfType<IMethodSymbol>())
        {
            if (method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1 } && LoaderReader.IsCallable(method) && FormOf(method, key, value) is { } form)
                return new LoaderLookup(method, form);
        }

        return null;
    }

    /// <summary>The statement that registers it.</summary>
    public string Registration(string loader, string key, string value)
    {
        const string Add = "global::Personalify.GraphQL.DataLoading.DataLoaderServiceCollectionExtensions.AddDataLoaderLookup";
        const string Pair = "global::System.Collections.Generic.KeyValuePair.Create";
        var call = $"{_method.ContainingType.ToDisplayString(LoaderWriter.Full)}.{_method.Name}(value)";
        var published = LoaderWriter.NameOf(_method.Parameters[0].Type);
        return _form switch
        {
            LookupForm.Key => $"{Add}<{loader}, {key}, {value}>(services, static value => {call});",
            LookupForm.KeyOrNothing => $"{Add}<{loader}, {key}, {value}, {value}>(services, static value => {call} is {{ }} key ? {Pair}<{key}, {value}>(key, value) : null);",
            _ => $"{Add}<{loader}, {key}, {value}, {published}>(services, static value => {call});",
        };
    }

    private static LookupForm? FormOf(IMethodSymbol method, ITypeSymbol key, ITypeSymbol value)
    {
        var takesValue = LoaderReader.Is(method.Parameters[0].Type, value);
        var result = method.ReturnType;
        if (LoaderReader.Is(result, key)) return takesValue ? LookupForm.Key : null;
        if (LoaderReader.IsNamed(result, "System.Nullable`1")) result = ((INamedTypeSymbol)result).TypeArguments[0];
        if (LoaderReader.Is(result, key)) return takesValue ? LookupForm.KeyOrNothing : null;
        return IsPair(result, key, value) ? LookupForm.Pair : null;
    }

    private static bool IsPair(ITypeSymbol type, ITypeSymbol key, ITypeSymbol value)
    {
        if (!LoaderReader.IsNamed(type, "System.Collections.Generic.KeyValuePair`2")) return false;
        var arguments = ((INamedTypeSymbol)type).TypeArguments;
        return LoaderReader.Is(arguments[0], key) && LoaderReader.Is(arguments[1], value);
    }
}

/// <summary>What a lookup returns.</summary>
internal enum LookupForm
{
    /// <summary>The key, as it is; a text may be null.</summary>
    Key,

    /// <summary>The key, or null where the key itself cannot be null.</summary>
    KeyOrNothing,

    /// <summary>Key and value, or null.</summary>
    Pair,
}
