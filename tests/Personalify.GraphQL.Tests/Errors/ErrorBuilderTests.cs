using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Errors;

public sealed class ErrorBuilderTests
{
    [Fact]
    public void An_error_has_what_was_set()
    {
        var exception = new InvalidOperationException();
        var error = ErrorBuilder.New().SetMessage("No shelf 7.").SetCode("NO_SHELF").SetPath(["shelves", 7]).AddLocation(2, 3)
            .SetException(exception).SetExtension("shelf", 7).Build();

        Assert.Equal(("No shelf 7.", "NO_SHELF", exception), (error.Message, error.Code, error.Exception));
        Assert.Equal(["shelves", 7], error.Path);
        Assert.Equal([new SourceLocation(2, 3)], error.Locations);
        Assert.Equal(7, error.Extensions!["shelf"]);
    }

    [Fact]
    public void What_is_not_set_is_left_to_the_engine()
    {
        var error = ErrorBuilder.New().SetMessage("No.").Build();
        Assert.Equal(new GraphQLError("No."), error with { Locations = new GraphQLError("No.").Locations });
        Assert.Empty(error.Locations);
    }

    [Fact]
    public void Another_error_can_be_changed()
    {
        var first = ErrorBuilder.New().SetMessage("No.").SetCode("A").SetExtension("b", 1).AddLocation(1, 1).Build();
        var second = ErrorBuilder.FromError(first).SetCode(null).RemoveExtension("b").ClearLocations().SetMessage("Not now.").Build();

        Assert.Equal(("Not now.", null), (second.Message, second.Extensions));
        Assert.Empty(second.Locations);
        Assert.Equal(("No.", "A"), (first.Message, first.Code));
    }

    [Fact]
    public void A_builder_that_goes_on_leaves_what_it_has_built_alone()
    {
        var builder = ErrorBuilder.New().SetMessage("No.").SetCode("A");
        var first = builder.Build();
        builder.SetCode("B");
        Assert.Equal(("A", "B"), (first.Code, builder.Build().Code));
    }

    [Fact]
    public void An_error_needs_a_message() => Assert.Throws<InvalidOperationException>(() => ErrorBuilder.New().SetCode("A").Build());
}
