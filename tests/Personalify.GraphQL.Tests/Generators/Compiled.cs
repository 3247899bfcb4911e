using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Personalify.GraphQL.Generators;

namespace Personalify.GraphQL.Tests.Generators;

/// <summary>A sample that was compiled together with what the generator wrote for it.</summary>
internal sealed class Compiled
{
    private const string Usings =
        """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Personalify.GraphQL;
        using Personalify.GraphQL.Data;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private Compiled(GeneratorDriverRunResult result, Compilation compilation)
    {
        Sources = result.GeneratedTrees.ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString());
        Problems = [.. result.Diagnostics.Select(problem => $"{problem.Id} line {problem.Location.GetLineSpan().StartLinePosition.Line + 1}")];
        Errors = [.. compilation.GetDiagnostics().Where(problem => problem.Severity > DiagnosticSeverity.Info).Select(problem => problem.ToString())];
    }

    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>What the generator says is wrong, and in which line of the sample.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What the compiler says about the sample and the generated code.</summary>
    public IReadOnlyList<string> Errors { get; }

    public static Compiled From(string sample)
    {
        var compilation = Compilation(sample);
        var result = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _).GetRunResult();
        return new Compiled(result, updated);
    }

    /// <summary>What each output did when an unrelated file changed.</summary>
    public static IEnumerable<IncrementalStepRunReason> ReasonsAfterAnUnrelatedChange(string sample)
    {
        var compilation = Compilation(sample);
        var driver = Driver().RunGenerators(compilation);
        var changed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Options));
        return driver.RunGenerators(changed).GetRunResult().Results.SelectMany(generator => generator.TrackedOutputSteps)
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
    }

    private static CSharpParseOptions Options => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new DataLoaderGenerator().AsSourceGenerator(), new ResolverGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpCompilation Compilation(string sample) => CSharpCompilation.Create(
        "Sample", [CSharpSyntaxTree.ParseText(Usings + sample, Options)], References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
