using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Exports a schema as SDL, in the layout of graphql-js: definition order kept, built-in scalars, directives and introspection
/// left out. Reading the text gives an equal schema again. Specification: 3 Type System.
/// </summary>
public static class SchemaPrinter
{
    /// <summary>Prints the whole schema, ending in a line feed.</summary>
    public static string Print(Schema schema)
    {
        var definitions = schema.Directives.Values.Where(directive => !SpecifiedDirectives.Contains(directive.Name)).Select(Print)
            .Concat(schema.Types.Values.Where(IsDefined).Select(Print))
            .Prepend(PrintRoots(schema));
        return string.Join("\n\n", definitions.Where(text => text.Length > 0)) + "\n";
    }

    /// <summary>Prints the definition of one type.</summary>
    public static string Print(NamedType type) => PrintDescription(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type.Name}{PrintSpecifiedBy(scalar)}{PrintApplied(type.AppliedDirectives)}",
        ObjectType complex => $"type {type.Name}{PrintFields(complex)}",
        InterfaceType complex => $"interface {type.Name}{PrintFields(complex)}",
        UnionType union => $"union {type.Name}{PrintApplied(type.AppliedDirectives)}{Wrap(" = ", string.Join(" | ", union.Types))}",
        EnumType values => $"enum {type.Name}{PrintApplied(type.AppliedDirectives)}{Block(values.Values.Select(PrintValue))}",
        InputObjectType input => $"input {type.Name}{PrintFields(input)}",
        _ => throw new ArgumentException($"{type.GetType().Name} is no kind of type.", nameof(type)),
    };

    /// <summary>Prints the definition of one directive.</summary>
    public static string Print(DirectiveType directive) =>
        $"{PrintDescription(directive.Description)}directive @{directive.Name}{PrintArguments(directive.Arguments, "")}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static bool IsDefined(NamedType type) => !SpecifiedScalars.Contains(type.Name) && !Introspection.Contains(type);

    private static string PrintRoots(Schema schema)
    {
        if (schema is { QueryType: null, MutationType: null, SubscriptionType: null }) return "";
        if (schema.Description is null && schema.AppliedDirectives.Count == 0 && HasUsualNames(schema)) return "";
        var roots = new[] { ("query", schema.QueryType), ("mutation", schema.MutationType), ("subscription", schema.SubscriptionType) };
        var lines = roots.Where(root => root.Item2 is not null).Select(root => $"  {root.Item1}: {root.Item2!.Name}");
        return $"{PrintDescription(schema.Description)}schema{PrintApplied(schema.AppliedDirectives)}{Block(lines)}";
    }

    /// <summary>
    /// Without a schema definition, each of the three names means that root: one that is another type must not be mistaken for it.
    /// </summary>
    private static bool HasUsualNames(Schema schema) =>
        schema.QueryType == schema.Types.GetValueOrDefault("Query")
        && schema.MutationType == schema.Types.GetValueOrDefault("Mutation")
        && schema.SubscriptionType == schema.Types.GetValueOrDefault("Subscription");

    private static string PrintFields(ComplexType type) =>
        Wrap(" implements ", string.Join(" & ", type.Interfaces))
        + PrintApplied(type.AppliedDirectives)
        + Block(type.Fields.Select(PrintField));

    private static string PrintFields(InputObjectType type) =>
        (type.IsOneOf ? " @oneOf" : "") + PrintApplied(type.AppliedDirectives) + Block(type.Fields.Select(PrintInputField));

    private static string PrintField(OutputField field, int index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {field.Name}{PrintArguments(field.Arguments, "  ")}: {field.Type}"
        + PrintDeprecated(field.DeprecationReason) + PrintApplied(field.AppliedDirectives);

    private static string PrintInputField(InputField field, int index) =>
        $"{PrintDescription(field.Description, "  ", index == 0)}  {PrintInput(field)}";

    private static string PrintValue(EnumValue value, int index) =>
        $"{PrintDescription(value.Description, "  ", index == 0)}  {value.Name}{PrintDeprecated(value.DeprecationReason)}";

    private static string PrintArguments(List<InputField> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        if (arguments.TrueForAll(argument => argument.Description is null)) return $"({string.Join(", ", arguments.Select(PrintInput))})";
        var inner = indent + "  ";
        var lines = arguments.Select((argument, index) =>
            PrintDescription(argument.Description, inner, index == 0) + inner + PrintInput(argument));
        return $"(\n{string.Join('\n', lines)}\n{indent})";
    }

    private static string PrintInput(InputField field)
    {
        var value = field.DefaultValue is { } literal ? $" = {SyntaxPrinter.Print(literal)}" : "";
        return $"{field.Name}: {field.Type}{value}{PrintDeprecated(field.DeprecationReason)}{PrintApplied(field.AppliedDirectives)}";
    }

    private static string PrintSpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url ? $" @specifiedBy(url: {Literals.Quote(url)})" : "";

    private static string PrintDeprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Literals.Quote(reason)})",
    };

    private static string PrintApplied(IEnumerable<DirectiveNode> directives) =>
        Wrap(" ", string.Join(' ', directives.Select(SyntaxPrinter.Print)));

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
