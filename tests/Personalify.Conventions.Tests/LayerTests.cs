using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Personalify.Conventions.Tests;

/// <summary>Dependencies point one way: between projects, and between the engine's folders.</summary>
public sealed partial class LayerTests
{
    /// <summary>
    /// The engine from its ground up: a folder sees only what stands before it. Errors name places in a text and syntax errors are errors,
    /// so these two are one layer.
    /// </summary>
    private static readonly string[][] EngineLayers =
    [
        ["Internal"], ["Annotations"], ["ApolloFederation"], ["Data"], ["DataLoading"], ["Subscriptions"], ["Language", "Errors"], ["Paging"], ["Types"], ["Utilities"], ["Validation"], ["Types.Building"],
        ["Execution"], ["Commands"], ["Transport"],
    ];

    [Theory]
    [InlineData("Personalify.Domain")]
    [InlineData("Personalify.GraphQL")]
    [InlineData("Personalify.Api", "Personalify.Domain", "Personalify.GraphQL", "Personalify.GraphQL.Generators")]
    [InlineData("Personalify.GraphQL.Generators")]
    [InlineData("Personalify.Web")]
    public void A_project_references_only_what_stands_below_it(string project, params string[] allowed)
    {
        var references = Elements(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        Assert.Equal(allowed.Order(), references.Order());
    }

    [Theory]
    [InlineData("Personalify.Domain")]
    [InlineData("Personalify.GraphQL")]
    public void The_libraries_need_no_package(string project) => Assert.Empty(Elements(project, "PackageReference"));

    [Fact]
    public void Only_the_engines_transport_sees_AspNetCore()
    {
        var hits = Engine().Where(file => !file.Path.StartsWith("Personalify.GraphQL/Transport/", StringComparison.Ordinal))
            .Where(file => file.Code.Any(line => line.Text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)));
        Assert.Empty(hits.Select(file => file.Path));
    }

    [Fact]
    public void The_engines_folders_depend_one_way()
    {
        var wrong = from file in Engine()
                    from line in file.Code
                    from Match match in EngineNamespace().Matches(line.Text)
                    where LayerOf(match.Groups[1].Value) > LayerOf(FolderOf(file))
                    select $"{file.Path} sees {match.Groups[1].Value}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_layer() =>
        Assert.All(Engine().Where(file => file.Path.Count(character => character == '/') > 1), file => Assert.NotEqual(-1, LayerOf(FolderOf(file))));

    private static string FolderOf(SourceFile file) =>
        file.Path.Contains("/Types/Building/", StringComparison.Ordinal) ? "Types.Building" : file.Path.Split('/')[1];

    private static int LayerOf(string folder) => Array.FindIndex(EngineLayers, layer => layer.Contains(folder));

    private static IEnumerable<SourceFile> Engine() => Repository.Files("Personalify.GraphQL", ".cs");

    private static IEnumerable<string> Elements(string project, string name) =>
        XDocument.Load(Path.Combine(Repository.Root, project, project + ".csproj")).Descendants(name).Select(element => element.Attribute("Include")!.Value);

    [GeneratedRegex(@"Personalify\.GraphQL\.(Types\.Building|\w+)")]
    private static partial Regex EngineNamespace();
}
