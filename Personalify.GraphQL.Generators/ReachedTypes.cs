using Microsoft.CodeAnalysis;

namespace Personalify.GraphQL.Generators;

/// <summary>
/// The code of a class's members and of those of the classes that they lead to. Equal when the text is, so that nothing is written again that
/// has not changed.
/// </summary>
/// <param name="root">The class as <c>typeof</c> has it, or <c>null</c> when code outside of it cannot name it.</param>
/// <param name="classes">Each class with its code.</param>
internal sealed class ReachedTypes(string? root, IReadOnlyList<ClassCode> classes) : IEquatable<ReachedTypes>
{
    public string? Root => root;

    public IReadOnlyList<ClassCode> Classes => classes;

    public static ReachedTypes From(INamedTypeSymbol root)
    {
        var walk = new TypeWalk();
        walk.Visit(root);
        foreach (var attribute in root.GetAttributes()) walk.VisitAll(attribute.AttributeClass?.TypeArguments ?? []);
        return new ReachedTypes(Symbols.IsAccessible(root) && !root.IsGenericType ? root.ToDisplayString(Symbols.Full) : null, walk.Classes);
    }

    public bool Equals(ReachedTypes? other) => other is not null && root == other.Root && classes.SequenceEqual(other.Classes);

    public override bool Equals(object? obj) => Equals(obj as ReachedTypes);

    public override int GetHashCode() => root?.GetHashCode() ?? classes.Count;
}

/// <summary>A class and the code of its members.</summary>
internal sealed class ClassCode(string name, string code) : IEquatable<ClassCode>
{
    public string Name => name;

    public string Code => code;

    public bool Equals(ClassCode? other) => other is not null && name == other.Name && code == other.Code;

    public override bool Equals(object? obj) => Equals(obj as ClassCode);

    public override int GetHashCode() => code.GetHashCode();
}

/// <summary>Goes from class to class by what members return.</summary>
internal sealed class TypeWalk
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<ClassCode> _classes = [];

    public IReadOnlyList<ClassCode> Classes => _classes;

    public void VisitAll(IEnumerable<ITypeSymbol> types)
    {
        foreach (var type in types) Visit(type);
    }

    public void Visit(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) Visit(array.ElementType);
        if (type is not INamedTypeSymbol named || !_seen.Add(type)) return;
        VisitAll(named.TypeArguments);
        if (named.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || Symbols.IsFromPlatform(named)) return;
        if (named.BaseType is { } parent) Visit(parent);
        VisitAll(named.AllInterfaces);
        Write(named);
    }

    private void Write(INamedTypeSymbol type)
    {
        var members = type.GetMembers().Where(Symbols.IsField).ToList();
        if (Symbols.IsAccessible(type) && members.Count > 0) _classes.Add(new ClassCode(type.ToDisplayString(Symbols.Full), ResolverWriter.Members(type, members)));
        VisitAll(members.Select(Symbols.ResultOf));
    }
}
