using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building.Documentation;

/// <summary>Doc comments describe what nothing else describes.</summary>
public sealed class DocumentedSchemaTests : IDisposable
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.Documentation.DocumentedSchemaTests";

    private static readonly string Comments = $"""
        <doc><members>
          <member name="T:{Here}.Query"><summary>Finds books.</summary></member>
          <member name="M:{Here}.Query.GetBook({Here}.BookFilter)"><summary>One book.</summary><param name="filter">Which one.</param></member>
          <member name="T:{Here}.Book"><summary>A book.</summary><param name="Title">Its title.</param></member>
          <member name="T:{Here}.BookFields"><summary>What else a book has.</summary></member>
          <member name="M:{Here}.BookFields.GetBinding({Here}.Book)"><summary>How it is bound.</summary></member>
          <member name="T:{Here}.BookFilter"><summary>What to look for.</summary></member>
          <member name="P:{Here}.BookFilter.Text"><summary>Not this.</summary></member>
          <member name="T:{Here}.Binding"><summary>How a book is bound.</summary></member>
          <member name="F:{Here}.Binding.Hard"><summary>With boards.</summary></member>
        </members></doc>
        """;

    private readonly string _path = Path.GetTempFileName();

    public DocumentedSchemaTests() => File.WriteAllText(_path, Comments);

    [Fact]
    public void The_export_shows_doc_comments_where_nothing_else_was_said() => Assert.Equal(
        """"
        type Query {
          """One book."""
          book(
            """Which one."""
            filter: BookFilterInput!
          ): Book
        }

        """How a book is bound."""
        enum Binding {
          """With boards."""
          HARD
        }

        """A book."""
        type Book {
          """Its title."""
          title: String!

          """How it is bound."""
          binding: Binding!
        }

        """What to look for."""
        input BookFilterInput {
          """This."""
          text: String!
        }
        """",
        SdlOf(Build(options => options.ResolveXmlDocumentationFileName = _ => _path)));

    [Fact]
    public void A_schema_that_does_not_ask_for_them_has_none()
    {
        var sdl = SdlOf(Build(options => (options.UseXmlDocumentation, options.ResolveXmlDocumentationFileName) = (false, _ => _path)));

        Assert.DoesNotContain("One book.", sdl, StringComparison.Ordinal);
        Assert.Contains("This.", sdl, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private static Schema Build(Action<SchemaOptions> modify) =>
        new SchemaBuilder().AddQueryType<Query>().AddType(typeof(BookFields)).ModifyOptions(modify).Build();

    private static string SdlOf(Schema schema) => string.Join("\n\n", SchemaPrinter.Print(schema).Split("\n\n").SkipWhile(part => !part.StartsWith("type Query", StringComparison.Ordinal))).TrimEnd();

    internal sealed class Query
    {
        public static Book? GetBook(BookFilter filter) => filter.Text.Length > 0 ? new Book(filter.Text) : null;
    }

    internal sealed record Book(string Title);

    [ObjectType<Book>]
    internal static class BookFields
    {
        public static Binding GetBinding([Parent] Book book) => book.Title.Length > 0 ? Binding.Hard : default;
    }

    internal sealed record BookFilter([property: GraphQLDescription("This.")] string Text);

    internal enum Binding
    {
        Hard,
    }
}
