using System.Reflection;
using System.Xml.Linq;
using Personalify.GraphQL.Execution;
using Snapshooter.Xunit;

namespace Personalify.GraphQL.Tests;

/// <summary>What others build on changes only where somebody has seen it: <c>make surface</c> accepts a change, review shows it.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly Engine = typeof(GraphQLServer).Assembly;

    [Fact]
    public void The_public_surface_is_the_approved_one() => Snapshot.Match(PublicSurface.Of(Engine), "PublicSurface");

    [Fact]
    public void Every_public_type_is_explained()
    {
        var comments = XDocument.Load(Path.ChangeExtension(Engine.Location, ".xml")).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
        var silent = Engine.GetExportedTypes().Select(type => $"T:{type.FullName!.Replace('+', '.')}").Where(name => !IsExplained(comments.GetValueOrDefault(name)));
        Assert.Empty(silent);
    }

    private static bool IsExplained(XElement? comment) => comment?.Element("summary")?.Nodes().Any() == true || comment?.Element("inheritdoc") is not null;
}
