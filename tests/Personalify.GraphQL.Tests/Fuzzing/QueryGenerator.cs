using System.Text;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Fuzzing;

/// <summary>Makes valid operations over a schema, so that fuzzing gets past validation.</summary>
internal sealed class QueryGenerator(Schema schema, Random random)
{
    private static readonly string[] Names = ["a", "b", "c"];

    public string Operation()
    {
        var (keyword, root) = schema.MutationType is { } mutation && random.Next(8) == 0 ? ("mutation ", mutation) : ("", schema.QueryType!);
        return keyword + Selections(root, depth: 4);
    }

    private string Selections(NamedType type, int depth)
    {
        var text = new StringBuilder("{ ");
        for (var count = random.Next(1, 5); count > 0; count--) text.Append(Selection(type, depth)).Append(' ');
        return text.Append('}').ToString();
    }

    private string Selection(NamedType type, int depth)
    {
        if (type is not ComplexType complex || random.Next(10) == 0) return depth > 0 && random.Next(3) > 0 ? Fragment(type, depth) : "__typename";
        var field = complex.Fields[random.Next(complex.Fields.Count)];
        var isLeaf = field.Type.Named is ScalarType or EnumType;
        if (!isLeaf && depth == 0) return "__typename";
        var alias = field.Arguments.Count > 0 ? $"{Names[random.Next(Names.Length)]}{random.Next(1000)}: " : "";
        return $"{alias}{field.Name}{Arguments(field)}{Directive()}{(isLeaf ? "" : $" {Selections(field.Type.Named, depth - 1)}")}";
    }

    private string Fragment(NamedType type, int depth)
    {
        var members = schema.GetPossibleTypes(type);
        var condition = members[random.Next(members.Count)];
        return random.Next(3) == 0 ? $"... {Directive()} {Selections(type, depth - 1)}" : $"... on {condition} {Directive()} {Selections(condition, depth - 1)}";
    }

    private string Directive() => random.Next(12) == 0 ? $" @{(random.Next(2) == 0 ? "skip" : "include")}(if: {(random.Next(2) == 0 ? "true" : "false")})" : "";

    private string Arguments(OutputField field)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired || random.Next(2) == 0).Select(argument => $"{argument.Name}: {Value(argument.Type, 3)}");
        return string.Join(", ", given) is { Length: > 0 } text ? $"({text})" : "";
    }

    private string Value(GraphQLType type, int depth) => type switch
    {
        NonNullType nonNull => Present(nonNull.OfType, depth),
        _ => random.Next(8) == 0 ? "null" : Present(type, depth),
    };

    private string Present(GraphQLType type, int depth) => type switch
    {
        ListType list => $"[{string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Value(list.OfType, depth - 1)))}]",
        EnumType @enum => @enum.Values[random.Next(@enum.Values.Count)].Name,
        InputObjectType { IsOneOf: true } input => OneOf(input, depth),
        InputObjectType input => $"{{{string.Join(' ', input.Fields.Where(field => field.IsRequired || (depth > 0 && random.Next(3) == 0)).Select(field => $"{field.Name}: {Value(field.Type, depth - 1)}"))}}}",
        _ => Scalar(type.Named.Name),
    };

    private string OneOf(InputObjectType type, int depth)
    {
        var fields = depth > 0 ? type.Fields : type.Fields.FindAll(field => field.Type.Named is not InputObjectType);
        var field = fields[random.Next(fields.Count)];
        return $"{{{field.Name}: {Present(field.Type, depth - 1)}}}";
    }

    private string Scalar(string name) => name switch
    {
        "Int" => random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture),
        "Float" => "-1.5e3",
        "Boolean" => "true",
        "ID" => "\"id\"",
        _ => random.Next(2) == 0 ? "\"te\\u0078t \\uD83D\\uDE00\"" : "\"\"\"\n  block\n    text\n\"\"\"",
    };
}
