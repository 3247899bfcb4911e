using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Validation;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

public sealed class TypeComparatorsTests
{
    [Theory]
    [InlineData("Int", "Int", true)]
    [InlineData("[Int!]", "[Int!]", true)]
    [InlineData("[[Dog]!]!", "[[Dog]!]!", true)]
    [InlineData("Int", "Float", false)]
    [InlineData("Int!", "Int", false)]
    [InlineData("[Int]", "Int", false)]
    [InlineData("[Int!]", "[Int]", false)]
    public void Types_are_equal_by_what_they_wrap(string left, string right, bool areEqual) =>
        Assert.Equal(areEqual, TypeComparators.AreEqual(Type(left), Type(right)));

    [Theory]
    [InlineData("Int", "Int", true)]
    [InlineData("Int!", "Int", true)]
    [InlineData("Int", "Int!", false)]
    [InlineData("[Int!]!", "[Int]", true)]
    [InlineData("[Int]", "[Int!]", false)]
    [InlineData("[Int]", "Int", false)]
    [InlineData("Int", "[Int]", false)]
    [InlineData("Dog", "Pet", true)]
    [InlineData("Dog", "CatOrDog", true)]
    [InlineData("[Dog!]", "[Pet]", true)]
    [InlineData("Pet", "Being", true)]
    [InlineData("Being", "Pet", false)]
    [InlineData("Human", "Pet", false)]
    [InlineData("Human", "CatOrDog", false)]
    [InlineData("Pet", "Dog", false)]
    [InlineData("Int", "Float", false)]
    public void A_sub_type_may_stand_in_the_place_of_its_super_type(string candidate, string super, bool isSubType) =>
        Assert.Equal(isSubType, TypeComparators.IsSubType(ValidationSchema.Schema, Type(candidate), Type(super)));

    [Theory]
    [InlineData("Dog", "Dog", true)]
    [InlineData("Dog", "Cat", false)]
    [InlineData("Dog", "Pet", true)]
    [InlineData("Pet", "CatOrDog", true)]
    [InlineData("Pet", "HumanOrAlien", false)]
    [InlineData("DogOrHuman", "HumanOrAlien", true)]
    [InlineData("Pet", "Canine", true)]
    [InlineData("SomeBox", "Pet", false)]
    public void Types_overlap_when_an_object_can_be_of_both(string left, string right, bool doOverlap)
    {
        Assert.Equal(doOverlap, TypeComparators.DoOverlap(ValidationSchema.Schema, Type(left).Named, Type(right).Named));
        Assert.Equal(doOverlap, TypeComparators.DoOverlap(ValidationSchema.Schema, Type(right).Named, Type(left).Named));
    }

    [Fact]
    public void A_reference_to_an_unknown_type_is_not_found() =>
        Assert.Null(TypeFromAst.Find(ValidationSchema.Schema, Parser.ParseType(new Source("[Nothing!]!"))));

    private static GraphQLType Type(string text) => TypeFromAst.Find(ValidationSchema.Schema, Parser.ParseType(new Source(text)))!;
}
