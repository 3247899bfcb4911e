using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Checks that a schema is one by the specification: every "type validation" paragraph of section 3.
/// Finds everything that is wrong, in the order of the types. A schema made from annotated C# has been checked already.
/// </summary>
public sealed partial class SchemaValidator
{
    private readonly Schema _schema;
    private readonly List<GraphQLError> _errors = [];

    private SchemaValidator(Schema schema) => _schema = schema;

    /// <summary>Everything that is wrong with the schema; empty when it is valid.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var validator = new SchemaValidator(schema);
        validator.CheckRoots();
        foreach (var directive in schema.Directives.Values) validator.CheckDirective(directive);
        foreach (var type in schema.Types.Values.Where(type => !Introspection.Contains(type))) validator.CheckType(type);
        validator._errors.AddRange(new InputObjectCycles(schema).Find());
        return validator._errors;
    }

    /// <summary>Specification: 3.3.1 Root Operation Types.</summary>
    private void CheckRoots()
    {
        if (_schema.QueryType is null) Report("Query root type must be provided.");
        var operations = Enum.GetValues<OperationType>().Where(operation => _schema.GetRootType(operation) is not null);
        foreach (var same in operations.GroupBy(_schema.GetRootType).Where(group => group.Count() > 1))
        {
            var names = string.Join(" and ", same.Select(operation => operation.ToString().ToLowerInvariant()));
            Report($"All root types must be different, \"{same.Key}\" type is used as {names} root types.");
        }
    }

    private void CheckDirective(DirectiveType directive)
    {
        var coordinate = $"@{directive.Name}";
        CheckName(directive.Name);
        if (directive.Locations.Count == 0) Report($"Directive {coordinate} must include 1 or more locations.");
        CheckArguments(directive.Arguments, coordinate);
    }

    private void CheckType(NamedType type)
    {
        CheckName(type.Name);
        switch (type)
        {
            case ComplexType complex: CheckComplex(complex); break;
            case UnionType union: CheckUnion(union); break;
            case EnumType values: CheckEnum(values); break;
            case InputObjectType input: CheckInput(input); break;
        }
    }

    /// <summary>Specification: 3.6 Objects, 3.7 Interfaces, Type Validation.</summary>
    private void CheckComplex(ComplexType type)
    {
        if (type.Fields.Count == 0) Report($"Type {type} must define one or more fields.");
        foreach (var field in type.Fields)
        {
            CheckName(field.Name);
            if (!field.Type.IsOutput) Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.");
            CheckArguments(field.Arguments, $"{type}.{field.Name}");
        }

        CheckInterfaces(type);
    }

    private void CheckArguments(List<InputField> arguments, string owner)
    {
        foreach (var argument in arguments) CheckInputField(argument, $"{owner}({argument.Name}:)", "argument");
        CheckUnique(arguments.Select(argument => argument.Name), $"{owner} has more than one argument named");
    }

    private void CheckInputField(InputField field, string coordinate, string kind)
    {
        CheckName(field.Name);
        if (!field.Type.IsInput)
        {
            Report($"The type of {coordinate} must be Input Type but got: {field.Type}.");
            return;
        }

        if (field is { IsRequired: true, DeprecationReason: not null }) Report($"Required {kind} {coordinate} cannot be deprecated.");
        if (field.DefaultValue is not { } value) return;
        new LiteralChecker(
            (message, _, path) => Report($"{coordinate} has invalid default value{(path is null ? "" : $" at {path}")}: {message}"),
            suggest: true).Check(value, field.Type);
    }

    /// <summary>Specification: 3.8 Unions, Type Validation.</summary>
    private void CheckUnion(UnionType union)
    {
        if (union.Types.Count == 0) Report($"Union type {union} must define one or more member types.");
        CheckUnique(union.Types.Select(type => type.Name), $"Union type {union} can only include once the type");
    }

    /// <summary>Specification: 3.9 Enums, Type Validation; the three literals are no enum values by 2.9.6.</summary>
    private void CheckEnum(EnumType type)
    {
        if (type.Values.Count == 0) Report($"Enum type {type} must define one or more values.");
        foreach (var value in type.Values)
        {
            CheckName(value.Name);
            if (value.Name is "true" or "false" or "null") Report($"Enum type {type} cannot include the value {value.Name}.");
        }

        CheckUnique(type.Values.Select(value => value.Name), $"Enum type {type} has more than one value named");
    }

    /// <summary>Specification: 3.10 Input Objects, Type Validation.</summary>
    private void CheckInput(InputObjectType type)
    {
        if (type.Fields.Count == 0) Report($"Input Object type {type} must define one or more fields.");
        CheckUnique(type.Fields.Select(field => field.Name), $"Input Object type {type} has more than one field named");
        foreach (var field in type.Fields)
        {
            CheckInputField(field, $"{type}.{field.Name}", "input field");
            if (!type.IsOneOf) continue;
            if (field.Type is NonNullType) Report($"OneOf input field {type}.{field.Name} must be nullable.");
            if (field.DefaultValue is not null) Report($"OneOf input field {type}.{field.Name} cannot have a default value.");
        }
    }

    private void CheckName(string name)
    {
        if (Names.IsReserved(name)) Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
        else if (!Names.IsValid(name))
            Report($"\"{name}\" is no name: names are letters, digits and underscores, and do not begin with a digit.");
    }

    private void CheckUnique(IEnumerable<string> names, string sentence)
    {
        foreach (var same in names.GroupBy(name => name).Where(group => group.Count() > 1)) Report($"{sentence} {same.Key}.");
    }

    private void Report(string message) => _errors.Add(new GraphQLError(message));
}
