using System.Globalization;
using System.Text;

namespace Personalify.GraphQL.Language;

public static partial class SyntaxPrinter
{
    private static string PrintValue(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name.Value}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode { IsBlock: true } text => BlockString.Print(text.Value),
        StringValueNode text => PrintString(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode list => PrintList(list),
        ObjectValueNode fields => PrintObject(fields),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value.", nameof(value)),
    };

    // What nests is printed once at each level: twice would be twice as often with every level.
    private static string PrintList(ListValueNode list)
    {
        string[] items = [.. list.Items.Select(Print)];
        var line = $"[{string.Join(", ", items)}]";
        return line.Length > MaxLineLength ? $"[\n{Indent(string.Join('\n', items))}\n]" : line;
    }

    private static string PrintObject(ObjectValueNode value)
    {
        string[] fields = [.. value.Fields.Select(Print)];
        var line = $"{{ {string.Join(", ", fields)} }}";
        return line.Length > MaxLineLength ? Wrap("{\n", Indent(string.Join('\n', fields)), "\n}") : line;
    }

    private static string PrintType(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name.Value,
        ListTypeNode list => $"[{PrintType(list.Type)}]",
        NonNullTypeNode nonNull => $"{PrintType(nonNull.Type)}!",
        _ => throw new ArgumentException($"{type.GetType().Name} is no type reference.", nameof(type)),
    };

    private static string PrintString(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }
}
