using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Personalify.GraphQL.Generators;

/// <summary>
/// Writes the calls of everything that may become a field: the members of classes with a type attribute and of those that are added by
/// <c>AddType&lt;T&gt;()</c> and its like, and of whatever their members return. Also <c>AddTypes()</c>, which adds the marked classes of the assembly.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ResolverGenerator : IIncrementalGenerator
{
    private static readonly string[] TypeAttributes =
    [
        "QueryType", "MutationType", "SubscriptionType", "ObjectType", "ObjectType`1", "ExtendObjectType", "ExtendObjectType`1", "InterfaceType", "UnionType", "EnumType", "InputObjectType", "OneOf", "Node", "DirectiveType",
    ];

    private static readonly string[] AddMethods =
    [
        "AddQueryType", "AddMutationType", "AddSubscriptionType", "AddType", "AddTypeExtension", "AddErrorInterfaceType",
        "AddObjectType", "AddObjectTypeExtension", "AddInterfaceType", "AddUnionType",
    ];

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var added = context.SyntaxProvider.CreateSyntaxProvider(IsAdd, ReadAdded).Where(type => type is not null).Select((type, _) => type!).Collect();
        var described = context.SyntaxProvider.CreateSyntaxProvider(IsDerived, ReadDescribed).Where(type => type is not null).Select((type, _) => type!).Collect();
        var marked = TypeAttributes.Select(name => Marked(context, name)).Append(described).Aggregate((all, some) => all.Combine(some).Select((pair, _) => pair.Left.AddRange(pair.Right)));
        context.RegisterSourceOutput(marked.Combine(added), (output, found) => Write(output, found.Left, found.Right));
    }

    private static IncrementalValueProvider<ImmutableArray<ReachedTypes>> Marked(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "Personalify.GraphQL." + attribute.Split('`')[0] + "Attribute" + attribute.Substring(attribute.Split('`')[0].Length),
            (node, _) => node is BaseTypeDeclarationSyntax,
            (found, _) => ReachedTypes.From((INamedTypeSymbol)found.TargetSymbol)).Collect();

    private static bool IsDerived(SyntaxNode node, CancellationToken cancellationToken) => node is ClassDeclarationSyntax { BaseList: not null };

    /// <summary>A class that describes a type.</summary>
    private static ReachedTypes? ReadDescribed(GeneratorSyntaxContext context, CancellationToken cancellationToken) =>
        context.SemanticModel.GetDeclaredSymbol((ClassDeclarationSyntax)context.Node, cancellationToken) is { IsAbstract: false, IsGenericType: false } type && Symbols.IsDefinition(type) && Symbols.IsAccessible(type)
            ? ReachedTypes.From(type)
            : null;

    private static bool IsAdd(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } && AddMethods.Contains(name.Identifier.ValueText);

    private static ReachedTypes? ReadAdded(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method) return null;
        if (method.ContainingNamespace?.ToDisplayString().StartsWith("Personalify.GraphQL", StringComparison.Ordinal) != true) return null;
        var named = method.TypeArguments.FirstOrDefault() ?? TypeOf(call, context.SemanticModel);
        return named is INamedTypeSymbol { TypeKind: not TypeKind.Error } type ? ReachedTypes.From(type) : null;
    }

    private static ITypeSymbol? TypeOf(InvocationExpressionSyntax call, SemanticModel model) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax given ? model.GetTypeInfo(given.Type).Type : null;

    private static void Write(SourceProductionContext output, ImmutableArray<ReachedTypes> marked, ImmutableArray<ReachedTypes> added)
    {
        if (marked.IsEmpty && added.IsEmpty) return;
        var classes = marked.Concat(added).SelectMany(reached => reached.Classes).GroupBy(each => each.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.First());
        output.AddSource("Resolvers.g.cs", SourceText.From(ResolverWriter.Resolvers(classes), Encoding.UTF8));
        if (marked.IsEmpty) return;
        var names = marked.Select(reached => reached.Root).Distinct().OrderBy(name => name, StringComparer.Ordinal);
        output.AddSource("Types.g.cs", SourceText.From(ResolverWriter.Types([.. names]), Encoding.UTF8));
    }
}
