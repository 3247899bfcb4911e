using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Personalify.GraphQL.Generators;

/// <summary>
/// Writes a DataLoader class and its interface for every static method that carries <c>[DataLoader]</c>, and
/// <c>services.AddDataLoaders()</c>, which registers all of an assembly.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DataLoaderGenerator : IIncrementalGenerator
{
    private const string Attribute = "Personalify.GraphQL.DataLoaderAttribute";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var loaders = context.SyntaxProvider.ForAttributeWithMetadataName(Attribute, (_, _) => true, (found, _) => LoaderReader.Read(found));
        context.RegisterSourceOutput(loaders, WriteLoader);
        var registrations = loaders.Select((loader, _) => loader.Registration).Where(registration => registration is not null).Collect();
        context.RegisterSourceOutput(registrations, WriteRegistration!);
    }

    private static void WriteLoader(SourceProductionContext context, Loader loader)
    {
        if (loader.Problem is { } problem) context.ReportDiagnostic(problem.ToDiagnostic());
        else context.AddSource($"{loader.FullName}.g.cs", SourceText.From(loader.Source!, Encoding.UTF8));
    }

    private static void WriteRegistration(SourceProductionContext context, ImmutableArray<string> registrations)
    {
        if (registrations.IsEmpty) return;
        var ordered = registrations.OrderBy(registration => registration, StringComparer.Ordinal);
        context.AddSource("DataLoaders.g.cs", SourceText.From(LoaderRegistration.All(ordered), Encoding.UTF8));
    }
}
