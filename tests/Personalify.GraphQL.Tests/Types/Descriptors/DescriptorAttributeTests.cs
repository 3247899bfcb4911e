using System.Reflection;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

/// <summary>An attribute of one's own says what several of the engine's would, wherever they may stand.</summary>
public sealed class DescriptorAttributeTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType<Query>().AddType<Circle>().AddType(typeof(CircleFields)).Build();

    [Fact]
    public void Every_kind_of_place_can_be_described() => Assert.Equal(
        """"
        type Query {
          shapes(
            """How many."""
            limit: Int! = 3 @cost(weight: "2")
            kind: KindOfShape
          ): [Shape!]! @deprecated(reason: "Ask for area.")
          find(by: ShapeFilter!): Figure
        }

        """Round."""
        type Circle implements Shape {
          """In square metres."""
          area: Float!
          added: Int!
          code: ID!
        }

        """Anything with an area."""
        interface Shape {
          """In square metres."""
          area: Float!
        }

        """One of all."""
        union Figure = Circle

        """What a shape is."""
        enum KindOfShape {
          """No corner."""
          ROUND
          SQUARE @deprecated(reason: "Too many corners.")
        }

        input ShapeFilter @oneOf {
          """At least."""
          leastArea: Float
          kind: KindOfShape
        }

        """",
        string.Join("\n", new[] { "Query", "Circle", "Shape", "Figure", "KindOfShape", "ShapeFilter" }.Select(name => SchemaPrinter.Print(Schema.Types[name]) + "\n")));

    [Theory]
    [InlineData("{ shapes { area ... on Circle { added code } } }", """{"shapes":[{"area":3,"added":3,"code":"c"}]}""")]
    [InlineData("{ find(by: { leastArea: 2 }) { ... on Circle { area } } }", """{"find":{"area":2}}""")]
    public Task What_was_described_answers(string query, string data) => Schema.AnswersAsync(query, data);

    [Fact]
    public void What_is_described_must_be_there()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<WrongQuery>().Build());
        Assert.Equal(
            [
                "The field lost that is described for Personalify.GraphQL.Tests.Types.Descriptors.DescriptorAttributeTests+WrongQuery is none of its members, "
                + "and nothing resolves it: add Resolve or ResolveWith.",
            ],
            error.Errors.Select(each => each.Message));
    }

    [Fact]
    public void Attributes_may_tell_each_other_something()
    {
        var schema = new SchemaBuilder().AddQueryType<Counted>().Build();
        Assert.Equal(["1", "2"], schema.QueryType!.Fields.Select(field => field.Description));
    }

    internal sealed class Query
    {
        [Old]
        public static IShape[] GetShapes([HowMany] int limit, Kind? kind) => [new Circle(kind is null ? limit : 1)];

        public static IFigure? Find(ShapeQuery by) => new Circle(by.Least ?? 0);
    }

    [Describe("Anything with an area.")]
    [InterfaceType]
    [GraphQLName("Shape")]
    internal interface IShape
    {
        [DescribeField("In square metres.")]
        double Area { get; }
    }

    [DescribeUnion]
    [UnionType]
    internal interface IFigure;

    [Rounded]
    internal sealed record Circle([property: Rounded.Field] double Area) : IShape, IFigure;

    [Coded]
    [ExtendObjectType(typeof(Circle))]
    internal static class CircleFields;

    [DescribeEnum]
    internal enum Kind
    {
        [DescribeValue("No corner.")]
        Round,

        [DescribeValue(null)]
        Square,
    }

    [DescribeInput]
    internal sealed record ShapeQuery([AtLeast] double? Least, Kind? Kind);

    [Lost]
    internal sealed class WrongQuery
    {
        public static int Here => 1;
    }

    internal sealed class Counted
    {
        [Count]
        public static int A => 1;

        [Count]
        public static int B => 1;
    }

    internal sealed class OldAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => descriptor.Deprecated("Ask for area.");
    }

    internal sealed class HowManyAttribute : ArgumentDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo parameter) =>
            descriptor.Description("How many.").DefaultValue(3).Cost(2);
    }

    internal sealed class DescribeAttribute(string text) : InterfaceTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IInterfaceTypeDescriptor descriptor, Type type) => descriptor.Description(text);
    }

    internal sealed class DescribeFieldAttribute(string text) : InterfaceFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IInterfaceFieldDescriptor descriptor, MemberInfo member) => descriptor.Description(text);
    }

    internal sealed class DescribeUnionAttribute : UnionTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IUnionTypeDescriptor descriptor, Type type) => descriptor.Name("Figure").Description("One of all.");
    }

    internal static class Rounded
    {
        internal sealed class FieldAttribute : ObjectFieldDescriptorAttribute
        {
            protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => descriptor.Description("In square metres.");
        }
    }

    internal sealed class RoundedAttribute : ObjectTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type)
        {
            descriptor.Description("Round.");
            descriptor.Field("added").Resolve(call => (int)call.Parent<Circle>().Area);
        }
    }

    internal sealed class CodedAttribute : ObjectTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type) => descriptor.Field("code").Type("ID!").Resolve("c");
    }

    internal sealed class LostAttribute : ObjectTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type type) => descriptor.Field("lost");
    }

    internal sealed class DescribeEnumAttribute : EnumTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IEnumTypeDescriptor descriptor, Type type)
        {
            descriptor.Name("KindOfShape").Description("What a shape is.");
            descriptor.Value(Kind.Square).Deprecated("Too many corners.");
        }
    }

    internal sealed class DescribeValueAttribute(string? text) : EnumValueDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IEnumValueDescriptor descriptor, FieldInfo field)
        {
            if (text is not null) descriptor.Description(text);
        }
    }

    internal sealed class DescribeInputAttribute : InputObjectTypeDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IInputObjectTypeDescriptor descriptor, Type type)
        {
            descriptor.Name("ShapeFilter").Annotate(new OneOfAttribute());
            descriptor.Field("least").Name("leastArea");
        }
    }

    internal sealed class AtLeastAttribute : InputFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IInputFieldDescriptor descriptor, MemberInfo member) => descriptor.Description("At least.");
    }

    internal sealed class CountAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        {
            var count = context.ContextData.TryGetValue("count", out var known) ? (int)known! + 1 : 1;
            context.ContextData["count"] = count;
            descriptor.Description($"{count}");
        }
    }
}
