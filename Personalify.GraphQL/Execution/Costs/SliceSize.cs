using System.Collections;
using System.Globalization;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// How long a list is: a number, or what variables say; where an argument is a list itself, its length. With several slicing arguments the
/// largest counts.
/// </summary>
internal sealed class SliceSize
{
    private readonly double _fallback;
    private readonly (string Variable, double? Default)[] _variables;

    private SliceSize(double fallback, (string, double?)[] variables) => (_fallback, _variables) = (fallback, variables);

    public static SliceSize One { get; } = new(1, []);

    public bool IsConstant => _variables.Length == 0;

    /// <summary>The size of a field's list as its arguments say.</summary>
    public static SliceSize Of(ListSize list, OutputField field, FieldNode node)
    {
        if (list.SlicingArguments.Length == 0) return new SliceSize(list.AssumedSize, []);
        var slices = list.SlicingArguments.Select(name => Read(name, field, node)).ToList();
        var constants = slices.Where(slice => slice is { Variable: null, Constant: not null }).Select(slice => slice.Constant!.Value).ToList();
        return new SliceSize(
            constants.Count > 0 ? constants.Max() : list.AssumedSize,
            [.. slices.Where(slice => slice.Variable is not null).Select(slice => (slice.Variable!, slice.Constant))]);
    }

    /// <summary>How many slicing arguments are written in the document, those with a default included when none is.</summary>
    public static int CountGiven(ListSize list, OutputField field, FieldNode node)
    {
        var written = list.SlicingArguments.Count(name => Value(name, node) is not (null or NullValueNode));
        return written > 0 ? written : list.SlicingArguments.Count(name => field.Arguments.Find(argument => argument.Name == name)?.DefaultValue is not null);
    }

    public double Evaluate(VariableValues variables)
    {
        if (IsConstant) return _fallback;
        double? size = null;
        foreach (var (name, standard) in _variables)
        {
            var given = variables.TryGet(name, out var value) ? ToNumber(value) : standard;
            if (given is { } number) size = Math.Max(size ?? 0, number);
        }

        return size ?? _fallback;
    }

    private static (string? Variable, double? Constant) Read(string name, OutputField field, FieldNode node)
    {
        var standard = ToNumber(field.Arguments.Find(argument => argument.Name == name)?.DefaultValue);
        return Value(name, node) switch
        {
            VariableNode variable => (variable.Name.Value, standard),
            null => (null, standard),
            var literal => (null, ToNumber(literal)),
        };
    }

    private static ValueNode? Value(string name, FieldNode node) => node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static double? ToNumber(object? value) => value switch
    {
        IntValueNode literal => Math.Max(0, double.Parse(literal.Value, CultureInfo.InvariantCulture)),
        ListValueNode literal => literal.Items.Count,
        ICollection list => list.Count,
        int or long or short or byte => Math.Max(0, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };
}
