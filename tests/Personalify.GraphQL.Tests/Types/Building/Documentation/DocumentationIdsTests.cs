using System.Reflection;
using System.Xml.Linq;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Documentation;

/// <summary>The oracle is the compiler: the engine's own documentation file.</summary>
public sealed class DocumentationIdsTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Engine = typeof(QueryTypeAttribute).Assembly;

    [Fact]
    public void Every_type_property_and_method_has_the_id_that_the_compiler_gave_it()
    {
        var known = Engine.GetTypes().SelectMany(Members).Select(DocumentationIds.Of).ToHashSet();

        var documented = XDocument.Load(Path.ChangeExtension(Engine.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value).ToList();
        Assert.True(documented.Count > 1_000);
        Assert.Empty(documented.Where(IsFieldOfASchema).Except(known));
    }

    [Theory]
    [InlineData(typeof(Generic<int>), "Plain", "M:Personalify.GraphQL.Tests.Types.Building.Documentation.DocumentationIdsTests.Generic`1.Plain(`0,``0)")]
    [InlineData(typeof(Generic<int>), "Item", "P:Personalify.GraphQL.Tests.Types.Building.Documentation.DocumentationIdsTests.Generic`1.Item")]
    public void A_closed_generic_class_is_documented_as_it_was_written(Type type, string member, string id)
    {
        var found = type.GetMember(member).Single();

        Assert.StartsWith(id.Split('(')[0], DocumentationIds.Of(found), StringComparison.Ordinal);
        if (found is MethodInfo) Assert.EndsWith("(`0,``0)", DocumentationIds.Of(found), StringComparison.Ordinal);
    }

    private static IEnumerable<MemberInfo> Members(Type type) =>
        [type, .. type.GetProperties(Declared), .. type.GetMethods(Declared), .. type.GetFields(Declared)];

    /// <summary>Constructors, operators and indexers are no fields, nor is what other generators wrote.</summary>
    private static bool IsFieldOfASchema(string id) =>
        id.Contains(":Personalify.", StringComparison.Ordinal) && !id.StartsWith("E:", StringComparison.Ordinal) && !id.Contains("#ctor", StringComparison.Ordinal) && !id.Contains(".op_", StringComparison.Ordinal)
        && !(id.StartsWith("P:", StringComparison.Ordinal) && id.Contains('(', StringComparison.Ordinal)) && !id.Contains('#', StringComparison.Ordinal);

    internal sealed class Generic<T>
    {
        public T? Item { get; init; }

        public static TResult? Plain<TResult>(T value, TResult result) => value is null ? default : result;
    }
}
