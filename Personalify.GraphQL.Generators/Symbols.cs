using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Generators;

/// <summary>What generated code needs to know of a symbol.</summary>
internal static class Symbols
{
    /// <summary>Names that mean the same wherever they stand; tuples by their type, because <c>typeof</c> takes no names.</summary>
    public static SymbolDisplayFormat Full { get; } = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    public static bool IsFromPlatform(INamedTypeSymbol type)
    {
        var outer = type.ContainingNamespace;
        while (outer is { ContainingNamespace.IsGlobalNamespace: false }) outer = outer.ContainingNamespace;
        return outer?.Name is "System" or "Microsoft";
    }

    /// <summary>Whether a class describes a type of the schema, and can be made without being told anything.</summary>
    public static bool IsDefinition(INamedTypeSymbol type)
    {
        var level = type.BaseType;
        while (level is not null && !LoaderReader.IsNamed(level, "Personalify.GraphQL.Types.TypeDefinition")) level = level.BaseType;
        return level is not null && type.InstanceConstructors.Any(constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public });
    }

    /// <summary>Whether code elsewhere in the assembly can name the type.</summary>
    public static bool IsAccessible(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsAccessible(array.ElementType),
        ITypeParameterSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol or IErrorTypeSymbol => false,
        INamedTypeSymbol named => IsVisible(named) && !named.IsFileLocal && named.TypeArguments.All(IsAccessible) && (named.ContainingType is null || IsAccessible(named.ContainingType)),
        _ => false,
    };

    /// <summary>Whether code of other assemblies can name the type.</summary>
    public static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable
            && named.TypeArguments.All(IsPublic) && (named.ContainingType is null || IsPublic(named.ContainingType)),
        _ => false,
    };

    /// <summary>Whether a member may become a field and can be called by generated code.</summary>
    public static bool IsField(ISymbol member) => member.DeclaredAccessibility == Accessibility.Public && member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } && !IsRefused(member) && member switch
    {
        IPropertySymbol property => property is { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public, RefKind: RefKind.None } && IsValue(property.Type),
        IMethodSymbol method => method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, RefKind: RefKind.None, ReturnsVoid: false, IsOverride: false }
            && IsValue(method.ReturnType) && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsValue(parameter.Type)),
        _ => false,
    };

    public static ITypeSymbol ResultOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IMethodSymbol)member).ReturnType;

    public static bool IsParent(IParameterSymbol parameter) => Has(parameter, "Personalify.GraphQL.ParentAttribute");

    /// <summary>Whether a method is called with the parents of a whole batch.</summary>
    public static bool IsBatch(ISymbol member) => Has(member, "Personalify.GraphQL.BatchResolverAttribute");

    private static bool Has(ISymbol symbol, string attributeName) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && LoaderReader.IsNamed(type, attributeName));

    private static bool IsValue(ITypeSymbol type) => !type.IsRefLikeType && IsAccessible(type);

    private static bool IsVisible(INamedTypeSymbol type) => type.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable
        || (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && type.Locations.Any(location => location.IsInSource));

    /// <summary>What may not be called at all, and what nobody calls through its class.</summary>
    private static bool IsRefused(ISymbol member) =>
        (member.IsStatic && member.ContainingType.TypeKind == TypeKind.Interface)
        || member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" && attribute.ConstructorArguments.LastOrDefault().Value is true);
}
