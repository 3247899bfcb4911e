using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Checks whether a literal fits an input type: the literals of documents and the default values of a schema. A variable fits
/// everywhere here; its position is checked where its type is known.
/// Specification: 5.6.1 Values of Correct Type to 5.6.4 Input Object Required Fields,
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// </summary>
/// <param name="report">Takes each problem: a sentence, the node that it is about, and the way from the literal to the value.</param>
/// <param name="suggest">Whether the sentences name what a mistyped name may have meant.</param>
internal sealed class LiteralChecker(Action<string, SyntaxNode, LiteralPath?> report, bool suggest)
{
    /// <summary>Reports everything that is wrong with a literal.</summary>
    public void Check(ValueNode value, GraphQLType type, LiteralPath? path = null)
    {
        switch (value, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                report($"Expected value of non-null type \"{type}\" not to be null.", value, path);
                break;
            case (_, NonNullType nonNull):
                Check(value, nonNull.OfType, path);
                break;
            case (NullValueNode, _):
                break;
            case (ListValueNode list, ListType expected):
                for (var i = 0; i < list.Items.Count; i++) Check(list.Items[i], expected.OfType, new LiteralPath(path, $"[{i}]"));
                break;
            case (_, ListType expected):
                Check(value, expected.OfType, path);
                break;
            case (ObjectValueNode fields, InputObjectType input):
                CheckObject(fields, input, path);
                break;
            case (_, InputObjectType):
                report($"Expected value of type \"{type}\" to be an object, found: {SyntaxPrinter.Print(value)}.", value, path);
                break;
            case (_, EnumType expected):
                CheckEnum(value, expected, path);
                break;
            case (_, ScalarType scalar):
                CheckScalar(value, scalar, path);
                break;
        }
    }

    private void CheckObject(ObjectValueNode value, InputObjectType type, LiteralPath? path)
    {
        var given = new Dictionary<string, ObjectFieldNode>();
        foreach (var field in value.Fields) given[field.Name.Value] = field;
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var node)) Check(node.Value, field.Type, new LiteralPath(path, $".{field.Name}"));
            else if (field.IsRequired) ReportMissing(value, type, field, path);
        }

        var known = type.Fields.Select(field => field.Name).ToHashSet();
        foreach (var field in value.Fields.Where(field => !known.Contains(field.Name.Value))) ReportUnknown(value, type, field, path);
        if (type.IsOneOf) CheckOneOf(value, type, [.. value.Fields.Where(field => known.Contains(field.Name.Value))], path);
    }

    private void ReportMissing(ObjectValueNode value, InputObjectType type, InputField field, LiteralPath? path) => report(
        $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {SyntaxPrinter.Print(value)}.",
        value,
        path);

    private void ReportUnknown(ObjectValueNode value, InputObjectType type, ObjectFieldNode field, LiteralPath? path)
    {
        var suggestion = Suggest(field.Name.Value, type.Fields.Select(known => known.Name));
        var found = suggestion.Length == 0 ? ", found" : $".{suggestion} Found";
        report(
            $"Expected value of type \"{type}\" not to include unknown field \"{field.Name.Value}\"{found}: {SyntaxPrinter.Print(value)}.",
            field,
            path);
    }

    private void CheckOneOf(ObjectValueNode value, InputObjectType type, ObjectFieldNode[] fields, LiteralPath? path)
    {
        if (fields is [{ Value: not NullValueNode }]) return;
        report(
            $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
            + "and the value for that field must be non-null.",
            value,
            path);
    }

    private void CheckEnum(ValueNode value, EnumType type, LiteralPath? path)
    {
        if (value is EnumValueNode known && type.Values.Exists(candidate => candidate.Name == known.Value)) return;

        var text = SyntaxPrinter.Print(value);
        var problem = value is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{type}\" enum."
            : $"Enum \"{type}\" cannot represent non-enum value: {text}.";
        report(problem + Suggest(text, type.Values.Select(candidate => candidate.Name), "the enum value "), value, path);
    }

    private void CheckScalar(ValueNode value, ScalarType type, LiteralPath? path)
    {
        try
        {
            type.ParseLiteral(WithoutVariables(value));
        }
        catch (CoercionException problem)
        {
            report(problem.Message, value, path);
        }
    }

    // Only a custom scalar can hold a variable inside a literal; its value is not known yet.
    private static ValueNode WithoutVariables(ValueNode value) => value switch
    {
        VariableNode => new NullValueNode(),
        ListValueNode list => list with { Items = [.. list.Items.Select(WithoutVariables)] },
        ObjectValueNode input => input with
        {
            Fields = [.. input.Fields.Select(field => field with { Value = WithoutVariables(field.Value) })],
        },
        _ => value,
    };

    private string Suggest(string input, IEnumerable<string> options, string what = "") =>
        suggest ? Suggestions.DidYouMean(Suggestions.Find(input, options), what) : "";
}

/// <summary>The way from a literal to a value inside it, written as <c>.field[0]</c>.</summary>
internal sealed record LiteralPath(LiteralPath? Parent, string Step)
{
    /// <inheritdoc />
    public override string ToString() => Parent + Step;
}
