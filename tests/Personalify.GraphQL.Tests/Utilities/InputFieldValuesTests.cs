using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

public sealed class InputFieldValuesTests
{
    private readonly InputFieldValues _values = new([.. new[] { "a", "b", "c" }.Select(name => new InputField(name, SpecifiedScalars.Int))]);

    [Fact]
    public void It_is_a_dictionary_of_the_fields_that_are_given()
    {
        _values.Set(2, 3);
        _values.Set(0, null);

        Assert.Equal(["a", "c"], _values.Keys);
        Assert.Equal([null, 3], _values.Values);
        Assert.Equal(2, _values.Count);
        Assert.True(_values.TryGetValue("a", out var nothing) && nothing is null);
        Assert.Equal(3, _values["c"]);
    }

    [Fact]
    public void What_is_absent_or_unknown_is_not_in_it()
    {
        _values.Set(1, 2);
        _values.Remove(1);

        Assert.False(_values.ContainsKey("b"));
        Assert.False(_values.ContainsKey("zz"));
        Assert.Throws<KeyNotFoundException>(() => _values["b"]);
        Assert.Empty(_values);
    }
}
