using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building.Documentation;

/// <summary>What doc comments become as descriptions.</summary>
public sealed class XmlDocumentationTests : IDisposable
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.Documentation.XmlDocumentationTests";

    private static readonly string File = $"""
        <?xml version="1.0"?>
        <doc><members>
          <member name="T:{Here}.Shelf"><summary>
            A shelf
            of <see cref="T:{Here}.Book"/>s.
            <para>Made of <c>wood</c>, never <see langword="null"/>; see <see href="https://example.org"/> and <see cref="M:{Here}.Shelf.Find(System.Int32)">the finder</see>.</para>
          </summary></member>
          <member name="P:{Here}.Shelf.Name"><summary> </summary></member>
          <member name="M:{Here}.Shelf.Find(System.Int32)">
            <summary>Finds a book.</summary><param name="place">Where it stands, like <paramref name="place"/> 3.</param><returns>The book.</returns>
          </member>
          <member name="M:{Here}.Shelf.Count"><returns>How many.</returns></member>
          <member name="T:{Here}.Book"><summary>A book.</summary><param name="Title">What it is called.</param></member>
          <member name="T:{Here}.Novel"><inheritdoc/></member>
          <member name="P:{Here}.IThing.Weight"><summary>In grams.</summary></member>
          <member name="P:{Here}.Novel.Weight"><inheritdoc/></member>
          <member name="P:{Here}.Novel.Price"><inheritdoc cref="P:{Here}.IThing.Weight"/></member>
          <member name="F:{Here}.Binding.Hard"><summary>With boards.</summary></member>
          <member><summary>Nobody's.</summary></member>
        </members></doc>
        """;

    private readonly string _path = Path.GetTempFileName();
    private readonly XmlDocumentation _documentation;

    public XmlDocumentationTests()
    {
        System.IO.File.WriteAllText(_path, File);
        _documentation = new XmlDocumentation(_ => _path);
    }

    [Fact]
    public void A_summary_is_Markdown_in_paragraphs() => Assert.Equal(
        "A shelf of `Book`s.\n\nMade of `wood`, never `null`; see https://example.org and the finder.",
        _documentation.Describe(typeof(Shelf)));

    [Theory]
    [InlineData(typeof(Shelf), nameof(Shelf.Name), null)]
    [InlineData(typeof(Shelf), nameof(Shelf.Room), null)]
    [InlineData(typeof(Shelf), nameof(Shelf.Find), "Finds a book.\n\n**Returns:**\nThe book.")]
    [InlineData(typeof(Shelf), nameof(Shelf.Count), "**Returns:**\nHow many.")]
    [InlineData(typeof(Book), nameof(Book.Title), "What it is called.")]
    [InlineData(typeof(Novel), nameof(Novel.Weight), "In grams.")]
    [InlineData(typeof(Novel), nameof(Novel.Price), "In grams.")]
    [InlineData(typeof(Binding), nameof(Binding.Hard), "With boards.")]
    public void A_member_is_described_by_its_comment(Type type, string member, string? description) =>
        Assert.Equal(description, _documentation.Describe(type.GetMember(member)[0]));

    [Fact]
    public void A_class_inherits_the_comment_of_its_base() => Assert.Equal("A book.", _documentation.Describe(typeof(Novel)));

    [Fact]
    public void A_parameter_is_described_by_its_method() =>
        Assert.Equal("Where it stands, like `place` 3.", _documentation.Describe(typeof(Shelf).GetMethod(nameof(Shelf.Find))!.GetParameters()[0]));

    [Fact]
    public void Without_a_file_nothing_is_described() => Assert.Null(new XmlDocumentation(_ => "nowhere.xml").Describe(typeof(Shelf)));

    public void Dispose() => System.IO.File.Delete(_path);

    internal interface IThing
    {
        int Weight { get; }
    }

    internal sealed class Shelf
    {
        public string Name { get; } = "";

        public string Room { get; } = "";

        public static Book? Find(int place) => place > 0 ? new("") : null;

        public static int Count() => 0;
    }

    internal record Book(string Title);

    internal sealed record Novel(string Title, int Weight) : Book(Title), IThing
    {
        public int Price => Weight;
    }

    internal enum Binding
    {
        Hard,
    }
}
