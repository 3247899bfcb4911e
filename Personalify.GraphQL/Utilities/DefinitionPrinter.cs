using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>Writes definitions as SDL, with the directives that somebody chooses on each of them.</summary>
/// <param name="directivesOf">The directives of a schema, type, field, argument, input field or enum value.</param>
internal sealed class DefinitionPrinter(Func<object, IEnumerable<DirectiveNode>> directivesOf)
{
    /// <summary>The directives that everybody may see.</summary>
    public static IEnumerable<DirectiveNode> Applied(object definition) => definition switch
    {
        NamedType type => type.AppliedDirectives,
        OutputField field => field.AppliedDirectives,
        InputField field => field.AppliedDirectives,
        EnumValue value => value.AppliedDirectives,
        Schema schema => schema.AppliedDirectives,
        _ => [],
    };

    /// <summary>The whole schema, ending in a line feed.</summary>
    public string Print(Schema schema) => Print(schema, schema.Types.Values, [PrintRoots(schema)]);

    /// <summary>Some types of a schema, with its own directives before them and something else before those.</summary>
    public string Print(Schema schema, IEnumerable<NamedType> types, IEnumerable<string> before)
    {
        var definitions = before
            .Concat(schema.Directives.Values.Where(directive => !SpecifiedDirectives.Contains(directive.Name)).Select(Print))
            .Concat(types.Where(IsDefined).Select(Print));
        return string.Join("\n\n", definitions.Where(text => text.Length > 0)) + "\n";
    }

    /// <summary>The definition of one type.</summary>
    public string Print(NamedType type) => PrintDescription(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type.Name}{PrintSpecifiedBy(scalar)}{PrintApplied(type)}",
        ObjectType complex => $"type {type.Name}{PrintFields(complex)}",
        InterfaceType complex => $"interface {type.Name}{PrintFields(complex)}",
        UnionType union => $"union {type.Name}{PrintApplied(type)}{Wrap(" = ", string.Join(" | ", union.Types))}",
        EnumType values => $"enum {type.Name}{PrintApplied(type)}{Block(values.Values.Select(PrintValue))}",
        InputObjectType input => $"input {type.Name}{PrintFields(input)}",
        _ => throw new ArgumentException($"{type.GetType().Name} is no kind of type.", nameof(type)),
    };

    /// <summary>The definition of one directive.</summary>
    public string Print(DirectiveType directive) =>
        $"{PrintDescription(directive.Description)}directive @{directive.Name}{PrintArguments(directive.Arguments, "")}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static bool IsDefined(NamedType type) => !SpecifiedScalars.Contains(type.Name) && !Introspection.Contains(type);

    /// <summary>The schema definition, or nothing where the usual names tell all.</summary>
    public string PrintRoots(Schema schema)
    {
        if (schema is { QueryType: null, MutationType: null, SubscriptionType: null }) return "";
        if (schema.Description is null && !directivesOf(schema).Any() && HasUsualNames(schema)) return "";
        var roots = new[] { ("query", schema.QueryType), ("mutation", schema.MutationType), ("subscription", schema.SubscriptionType) };
        var lines = roots.Where(root => root.Item2 is not null).Select(root => $"  {root.Item1}: {root.Item2!.Name}");
        return $"{PrintDescription(schema.Description)}schema{PrintApplied(schema)}{Block(lines)}";
    }

    /// <summary>
    /// Without a schema definition, each of the three names means that root: one that is another type must not be mistaken for it.
    /// </summary>
    private static bool HasUsualNames(Schema schema) =>
        schema.QueryType == schema.Types.GetValueOrDefault("Query")
        && schema.MutationType == schema.Types.GetValueOrDefault("Mutation")
        && schema.SubscriptionType == schema.Types.GetValueOrDefault("Subscription");

    private string PrintFields(ComplexType type) =>
        Wrap(" implements ", string.Join(" & ", type.Interfaces))
        + PrintApplied(type)
        + Block(type.Fields.Select(PrintField));

    private string PrintFields(InputObjectType type) =>
        (type.IsOneOf ? " @oneOf" : "") + PrintApplied(type) + Block(type.Fields.Select(PrintInputField));

    private string PrintField(OutputField field, int index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {field.Name}{PrintArguments(field.Arguments, "  ")}: {field.Type}"
        + PrintDeprecated(field.DeprecationReason) + PrintApplied(field);

    private string PrintInputField(InputField field, int index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {PrintInput(field)}";

    private string PrintValue(EnumValue value, int index) =>
        $"{PrintDescription(value.Description, "  ", index == 0)}  {value.Name}{PrintDeprecated(value.DeprecationReason)}{PrintApplied(value)}";

    private string PrintArguments(List<InputField> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        if (arguments.TrueForAll(argument => argument.Description is null)) return $"({string.Join(", ", arguments.Select(PrintInput))})";
        var inner = indent + "  ";
        var lines = arguments.Select((argument, index) =>
            PrintDescription(argument.Description, inner, index == 0) + inner + PrintInput(argument));
        return $"(\n{string.Join('\n', lines)}\n{indent})";
    }

    private string PrintInput(InputField field)
    {
        var value = field.DefaultValue is { } literal ? $" = {SyntaxPrinter.Print(literal)}" : "";
        return $"{field.Name}: {field.Type}{value}{PrintDeprecated(field.DeprecationReason)}{PrintApplied(field)}";
    }

    private static string PrintSpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url ? $" @specifiedBy(url: {Literals.Quote(url)})" : "";

    private static string PrintDeprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Literals.Quote(reason)})",
    };

    private string PrintApplied(object definition) => Wrap(" ", string.Join(' ', directivesOf(definition).Select(SyntaxPrinter.Print)));

    private static string PrintDescription(string? description, string indent = "", bool isFirst = true)
    {
        if (description is null) return "";
        var text = SyntaxPrinter.Print(new StringValueNode(description, CanBeBlock(description)));
        var gap = isFirst || indent.Length == 0 ? "" : "\n";
        return $"{gap}{indent}{text.Replace("\n", "\n" + indent, StringComparison.Ordinal)}\n";
    }

    /// <summary>
    /// Whether a block string gives the same text back: no control characters, no carriage return, no blank first or last line,
    /// no indentation that all lines share.
    /// </summary>
    private static bool CanBeBlock(string text)
    {
        if (text.Length == 0) return true;
        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))) return false;
        var lines = text.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1])) return false;
        return lines.Length == 1 || !Array.TrueForAll(lines, line => IsBlank(line) || line[0] is ' ' or '\t');
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(" \t").IsEmpty;

    private static string Wrap(string before, string text) => text.Length == 0 ? "" : before + text;

    private static string Block(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? $" {{\n{text}\n}}" : "";
}
