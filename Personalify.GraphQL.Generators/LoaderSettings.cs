using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Generators;

/// <summary>What <c>[DataLoader]</c> says beyond the name, completed by the assembly's <c>[DataLoaderDefaults]</c>. Enumerations by their numbers.</summary>
internal sealed class LoaderSettings
{
    private const int OriginalScope = 2;
    private const int Public = 1;
    private const int PublicInterface = 2;
    private const int Internal = 3;

    private int _access;

    public IReadOnlyList<string> Lookups { get; private set; } = [];

    public bool HasInterface { get; private set; }

    /// <summary>What the constructor gives the base class as options; empty when there is nothing to say.</summary>
    public string Options { get; private set; } = "";

    public static LoaderSettings Of(AttributeData attribute, IAssemblySymbol assembly)
    {
        var defaults = assembly.GetAttributes().FirstOrDefault(each =>
            each.AttributeClass is { } type && LoaderReader.IsNamed(type, "Personalify.GraphQL.DataLoaderDefaultsAttribute"));
        var names = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Lookups").Value;
        return new LoaderSettings
        {
            _access = Chosen(attribute, defaults, "AccessModifier"),
            Lookups = names.Kind == TypedConstantKind.Array ? [.. names.Values.Select(name => name.Value as string ?? "")] : [],
            HasInterface = Value(defaults, "GenerateInterfaces") is not false,
            Options = OptionsOf(Number(attribute, "MaxBatchSize"), Chosen(attribute, defaults, "ServiceScope") == OriginalScope),
        };
    }

    /// <summary>The access of the class or of the interface, which is public by default where it may be.</summary>
    public string AccessOf(bool isInterface, bool mayBePublic) => _access switch
    {
        Public => "public",
        PublicInterface => isInterface ? "public" : "internal",
        Internal => "internal",
        _ => mayBePublic ? "public" : "internal",
    };

    private static string OptionsOf(int maxBatchSize, bool isOriginalScope)
    {
        var size = maxBatchSize == 0 ? "" : $"MaxBatchSize = {maxBatchSize}, ";
        var scope = isOriginalScope ? "ServiceScope = global::Personalify.GraphQL.DataLoaderServiceScope.OriginalScope, " : "";
        return (size + scope).TrimEnd(' ', ',');
    }

    /// <summary>The attribute's choice, or else the assembly's; 0 is none.</summary>
    private static int Chosen(AttributeData attribute, AttributeData? defaults, string name) => Number(attribute, name) is var own && own != 0 ? own : Number(defaults, name);

    private static int Number(AttributeData? attribute, string name) => Value(attribute, name) as int? ?? 0;

    private static object? Value(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } found ? found.Value : null;
}
