using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>The attribute that says of which kind a type is may name it too.</summary>
public sealed class TypeNameTests
{
    private readonly Schema _schema = new SchemaBuilder().AddQueryType<Query>().AddType<Circle>().Build();

    [Theory]
    [InlineData("Round", typeof(ObjectType))]
    [InlineData("Form", typeof(InterfaceType))]
    [InlineData("Found", typeof(UnionType))]
    [InlineData("Colour", typeof(EnumType))]
    [InlineData("Both", typeof(ObjectType))]
    [InlineData("BothOfThem", typeof(InputObjectType))]
    [InlineData("Said", typeof(ObjectType))]
    public void A_type_has_the_name_that_its_attribute_gives(string name, Type kind) => Assert.IsType(kind, _schema.Types[name]);

    internal sealed class Query
    {
        public static Shape? GetShape(Box box) => box.Size > 0 ? new Circle() : null;

        public static IFound? Find() => null;

        public static Box GetBox() => new(1);

        public static Named GetNamed() => new(1);
    }

    [InterfaceType("Form")]
    internal abstract class Shape
    {
        public Paint Paint { get; init; }
    }

    [ObjectType("Round")]
    internal sealed class Circle : Shape, IFound;

    [UnionType("Found")]
    internal interface IFound;

    [EnumType("Colour")]
    internal enum Paint
    {
        Red,
    }

    /// <summary>A class may be an object and an input object, which cannot have one name.</summary>
    [ObjectType("Both"), InputObjectType("BothOfThem")]
    internal sealed record Box(int Size);

    /// <summary>What is said outright counts more.</summary>
    [ObjectType("NotThis"), GraphQLName("Said")]
    internal sealed record Named(int Size);
}
