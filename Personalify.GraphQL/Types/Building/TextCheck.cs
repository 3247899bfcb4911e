namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Asks about every text that a client sends, before a resolver sees it: each argument and each field of an input object that takes a
/// <c>String</c> or an <c>ID</c>, however the text came (a literal, a variable, a default) and however deep in lists and objects it lies.
/// </summary>
/// <param name="complain">Returns what is wrong with a text, in a sentence without a subject's name; <c>null</c> when the text is
/// allowed.</param>
internal sealed class TextCheck(Func<string, string?> complain)
{
    private readonly HashSet<InputField> _guarded = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Guards everything that clients may send. The fields of the engine itself, such as introspection, take only names, so they need no
    /// check.
    /// </summary>
    public void Guard(IEnumerable<NamedType> types)
    {
        foreach (var type in types)
        {
            if (type is ComplexType complex) foreach (var field in complex.Fields) Guard(field.Arguments);
            else if (type is InputObjectType input) Guard(input.Fields);
        }
    }

    private void Guard(IEnumerable<InputField> inputs)
    {
        foreach (var input in inputs.Where(each => TakesText(each) && _guarded.Add(each)))
        {
            var (check, read) = (ValueConversion.Reader(Check), input.Formatter);
            input.Formatter = read is null ? check : value => read(check(value));
        }
    }

    private static bool TakesText(InputField input) =>
        input.Type.Named is ScalarType scalar && (scalar == SpecifiedScalars.String || scalar == SpecifiedScalars.ID);

    private object? Check(object value) =>
        value is string text && complain(text) is { } complaint ? throw new CoercionException(complaint) : value;
}
