using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class InputConversionTests
{
    [Fact]
    public void Lists_become_the_collection_that_is_asked_for()
    {
        object?[] items = [1, 2];
        Assert.Equal([1, 2], InputConversion.To<int[]>(items)!);
        Assert.Equal([1, 2], InputConversion.To<IReadOnlyList<int>>(items)!);
        Assert.Equal([1L, 2L], InputConversion.To<List<long>>(items)!);
        Assert.Equal([1, 2], InputConversion.To<ISet<int>>(items)!);
        Assert.Equal([[1], null], InputConversion.To<IEnumerable<int[]?>>(new object?[] { new object?[] { 1 }, null })!);
    }

    [Fact]
    public void Text_is_parsed_into_ids_and_numbers()
    {
        var id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Assert.Equal(id, InputConversion.To<Guid>(id.ToString()));
        Assert.Equal(17, InputConversion.To<int>("17"));
        Assert.Equal(17L, InputConversion.To<long?>(17));
        Assert.Equal(DayOfWeek.Friday, InputConversion.To<DayOfWeek>("friday"));
    }

    [Theory]
    [InlineData("abc", typeof(int))]
    [InlineData("99999999999", typeof(int))]
    [InlineData("abc", typeof(Guid))]
    public void Text_that_is_no_id_is_shown(string value, Type target)
    {
        var error = Assert.Throws<CoercionException>(() => InputConversion.To(value, target));
        Assert.Equal($"'{value}' is not an id.", error.Message);
    }

    [Theory]
    [InlineData("noday", typeof(DayOfWeek))]
    [InlineData(3, typeof(Uri))]
    [InlineData(300, typeof(byte))]
    public void What_does_not_fit_is_refused_with_value_and_type(object value, Type target)
    {
        var error = Assert.Throws<CoercionException>(() => InputConversion.To(value, target));
        Assert.Equal($"The value {value} cannot be used as {target.Name}.", error.Message);
    }

    [Fact]
    public void Null_stays_null_and_an_optional_knows_that_it_was_given()
    {
        Assert.Null(InputConversion.To<int?>(null));
        Assert.Equal(new Optional<string>(null), InputConversion.To<Optional<string>>(null));
        Assert.Equal(new Optional<long>(4), InputConversion.To<Optional<long>>(4));
    }
}
