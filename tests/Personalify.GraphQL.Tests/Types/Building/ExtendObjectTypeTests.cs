using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Fields that come from other classes than the type's own.</summary>
public abstract class ExtendObjectTypeTests(Bindings bindings)
{
    private const string Here = "Personalify.GraphQL.Tests.Types.Building.ExtendObjectTypeTests+";

    private readonly Schema _schema = With(typeof(MoreQueries), typeof(Mutations), typeof(BookFields), typeof(ConnectionFields), typeof(EdgeFields), typeof(ShelfFields)).BuildWith(bindings);

    public sealed class ByGeneratedCode() : ExtendObjectTypeTests(Bindings.Generated);

    public sealed class ByCompiledCode() : ExtendObjectTypeTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ one }", """{"one":1}""")]
    [InlineData("mutation { act }", """{"act":2}""")]
    public Task A_root_is_extended_by_its_name(string query, string data) => _schema.AnswersAsync(query, data);

    [Fact]
    public Task A_type_without_a_class_is_extended_by_its_name() => _schema.AnswersAsync(
        "{ books(first: 2) { size nodes { author { name } } edges { shelf { label } } } }",
        """{"books":{"size":2,"nodes":[{"author":{"name":"a1"}},{"author":{"name":"a2"}}],"edges":[{"shelf":{"label":"s1"}},{"shelf":{"label":"s2"}}]}}""");

    [Fact]
    public void A_bound_member_stands_where_the_property_stood() =>
        Assert.Equal(["id", "author", "title", "year"], ((ObjectType)_schema.Types["Book"]).Fields.Select(field => field.Name));

    [Theory]
    [InlineData(typeof(OfNothing), "OfNothing extends Nope, which is no object type of this schema: correct the name, or add what leads to the type.")]
    [InlineData(typeof(OfScalar), "OfScalar extends String, which is no object type of this schema: correct the name, or add what leads to the type.")]
    [InlineData(typeof(IgnoresByName), "IgnoresByName leaves properties out of BooksConnection: say which class that is with [ExtendObjectType(typeof(…))].")]
    [InlineData(typeof(BindsNothing), "BindsNothing.Other is to take the place of Pages, which is no field of " + Here + "Book: correct the name, or leave [BindMember] out.")]
    [InlineData(typeof(BindsToAnother), "BindsToAnother.Title would be a second field Book.title: rename one of them, or leave it out with [GraphQLIgnore].")]
    public void What_extends_nothing_is_named(Type extension, string message) =>
        Assert.Equal([Here + message], Assert.Throws<SchemaException>(() => With(extension).BuildWith(bindings)).Errors.Select(error => error.Message));

    private static SchemaBuilder With(params Type[] extensions) =>
        extensions.Aggregate(new SchemaBuilder().AddQueryType<Query>(), (builder, extension) => builder.AddType(extension));

    internal sealed class Query
    {
        [UsePaging]
        public static Book[] Books => [new(1, 1, "t1"), new(2, 2, "t2")];
    }

    internal sealed record Book(int Id, int AuthorId, string Title);

    internal sealed record Author(string Name);

    internal sealed record Shelf(int Number);

    [ExtendObjectType(OperationTypeNames.Query)]
    internal static class MoreQueries
    {
        public static int One => 1;
    }

    [ExtendObjectType("Mutation")]
    internal static class Mutations
    {
        public static int Act() => 2;
    }

    [ExtendObjectType<Book>]
    internal static class BookFields
    {
        [BindMember(nameof(Book.AuthorId))]
        public static Author GetAuthor([Parent] Book book) => new($"a{book.AuthorId}");

        public static int Year => 1999;
    }

    [ExtendObjectType("BooksConnection")]
    internal static class ConnectionFields
    {
        public static int GetSize([Parent] Connection<Book> connection) => connection.Edges.Count;
    }

    [ExtendObjectType("BooksEdge")]
    internal static class EdgeFields
    {
        public static Shelf GetShelf([Parent] Edge<Book> edge) => new(edge.Node.Id);
    }

    [ExtendObjectType("Shelf")]
    internal static class ShelfFields
    {
        public static string GetLabel([Parent] Shelf shelf) => $"s{shelf.Number}";
    }

    [ExtendObjectType("Nope")]
    internal static class OfNothing
    {
        public static int One => 1;
    }

    [ExtendObjectType("String")]
    internal static class OfScalar
    {
        public static int One => 1;
    }

    [ExtendObjectType("BooksConnection", IgnoreProperties = ["Edges"])]
    internal static class IgnoresByName
    {
        public static int One => 1;
    }

    [ExtendObjectType<Book>]
    internal static class BindsNothing
    {
        [BindMember("Pages")]
        public static int Other => 1;
    }

    [ExtendObjectType<Book>]
    internal static class BindsToAnother
    {
        [BindMember(nameof(Book.Id))]
        public static string Title => "";
    }
}
