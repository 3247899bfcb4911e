using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>The schema of <see cref="AttributedShop"/>, said by descriptors.</summary>
internal static class DescribedShop
{
    internal sealed class Query
    {
        public static IQueryable<Book> Books => new[] { new Book(2, "b", 5, "x"), new Book(1, "a", 7, "y") }.AsQueryable();

        public static IEnumerable<IFound> Find(string text, Wish? wish) =>
            text == "a" ? [new Author(wish?.Title ?? text), new Book(1, "a", (int)(wish?.Mood ?? 0), "y")] : [];

        public static int Sales => 3;
    }

    internal sealed class Mutation
    {
        public static Book Sell(int id) => id == 1 ? new Book(1, "a", 1, "") : throw new InvalidOperationException("Sold out.");
    }

    internal interface IFound;

    internal interface INamed
    {
        string Name { get; }
    }

    internal sealed record Book(int BookId, string Title, int Price, string Secret) : IFound, INamed
    {
        public string Name => Title;
    }

    internal sealed record Author(string Name) : IFound, INamed;

    internal sealed record Wish(string? Title, Mood? Mood)
    {
        public string? Hidden { get; init; }
    }

    internal enum Mood
    {
        Glad,
        Sad,
        None,
    }

    internal sealed class QueryType : ObjectType<Query>
    {
        protected override void Configure(IObjectTypeDescriptor<Query> descriptor)
        {
            descriptor.Description("What can be read.");
            descriptor.Field(_ => Query.Books).Description("All books.")
                .UsePaging(new UsePagingAttribute { MaxPageSize = 2, IncludeTotalCount = true }).UseFiltering().UseSorting();
            descriptor.Field("find").Name("search").Cost(3).Argument("text", argument => argument.Description("What.").DefaultValue("a"));
            descriptor.Field("sales").Authorize("Staff").Type<NonNullType<FloatType>>();
        }
    }

    internal sealed class MutationType : ObjectType<Mutation>
    {
        protected override void Configure(IObjectTypeDescriptor<Mutation> descriptor) =>
            descriptor.Field(_ => Mutation.Sell(default)).Error<InvalidOperationException>().Argument("id", argument => argument.ID());
    }

    internal sealed class FoundType : UnionType<IFound>
    {
        protected override void Configure(IUnionTypeDescriptor descriptor) => descriptor.Name("Found");
    }

    internal sealed class NamedType : InterfaceType<INamed>
    {
        protected override void Configure(IInterfaceTypeDescriptor<INamed> descriptor)
        {
            descriptor.Name("Named");
            descriptor.Field(named => named.Name).Description("How it is called.");
        }
    }

    internal sealed class BookType : ObjectType<Book>
    {
        protected override void Configure(IObjectTypeDescriptor<Book> descriptor)
        {
            descriptor.Description("Something to read.").Cost(2);
            descriptor.ImplementsNode().IdField(book => book.BookId).ResolveNode<int>((_, id) => Task.FromResult(id == 1 ? new Book(1, "a", 7, "y") : null));
            descriptor.Field(book => book.Title).Deprecated("Ask for name.");
            descriptor.Field(book => book.Name).Use(next => async context =>
            {
                await next(context);
                context.Result = ((string)context.Result!).ToUpperInvariant();
            });
            descriptor.Ignore(book => book.Secret);
            descriptor.Field("twice").Argument("times", argument => argument.Type<int>().DefaultValue(2).Description("How often."))
                .Resolve(context => (int?)(context.Parent<Book>().Price * context.ArgumentValue<int>("times")));
        }
    }

    internal sealed class BookExtension : ObjectTypeExtension<Book>
    {
        protected override void Configure(IObjectTypeDescriptor<Book> descriptor) =>
            descriptor.Field("authors").AllowAnonymous().ResolveWith<BookResolvers>(resolvers => resolvers.GetAuthorsAsync(default!)).Type<NonNullType<ListType<NonNullType<AuthorType>>>>();
    }

    internal sealed class AuthorType : ObjectType<Author>
    {
        protected override void Configure(IObjectTypeDescriptor<Author> descriptor) => descriptor.Name("Writer");
    }

    internal sealed class WishType : InputObjectType<Wish>
    {
        protected override void Configure(IInputObjectTypeDescriptor<Wish> descriptor)
        {
            descriptor.Name("WishInput").Description("What is wanted.").BindFieldsExplicitly();
            descriptor.Field(wish => wish.Title).Name("called");
            descriptor.Field(wish => wish.Mood).DefaultValue(Mood.Sad);
        }
    }

    internal sealed class MoodType : EnumType<Mood>
    {
        protected override void Configure(IEnumTypeDescriptor<Mood> descriptor)
        {
            descriptor.Description("How it feels.").BindValuesExplicitly();
            descriptor.Value(Mood.Glad).Name("HAPPY");
            descriptor.Value(Mood.Sad).Deprecated("No tears.");
        }
    }

    internal sealed class BookResolvers
    {
        private readonly int _count = 1;

        public Task<Author[]> GetAuthorsAsync([Parent] Book book) => Task.FromResult(Enumerable.Repeat(new Author(book.Title), _count).ToArray());
    }
}
