using System.Reflection;
using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.Web.Tests.Api;

/// <summary>
/// Compares an operation with the records that write its variables and read its answer: every field on either side has its counterpart
/// on the other, of the same kind, and may be missing exactly when the schema says so.
/// </summary>
public sealed class RecordCheck(Schema schema, params IEnumerable<FragmentDefinitionNode> fragments)
{
    private static readonly Dictionary<string, Type> Scalars = new()
    {
        ["Int"] = typeof(int), ["Long"] = typeof(long), ["Float"] = typeof(double), ["Boolean"] = typeof(bool), ["String"] = typeof(string),
        ["ID"] = typeof(string), ["DateTime"] = typeof(DateTimeOffset), ["LocalDate"] = typeof(DateOnly),
    };

    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = fragments.ToDictionary(fragment => fragment.Name.Value);
    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    public void Answer(OperationDefinitionNode operation, Type record) =>
        Object(schema.GetRootType(operation.Operation)!, [operation.SelectionSet], record, record.Name);

    public void Variables(OperationDefinitionNode operation, Type record)
    {
        var properties = Properties(record);
        foreach (var variable in operation.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (properties.Remove(name, out var property))
                Input(variable.Type, _nullability.Create(property), $"{record.Name}.{property.Name}");
            else _differences.Add($"{record.Name} does not give ${name}.");
        }

        foreach (var name in properties.Keys) _differences.Add($"{record.Name} gives ${name}, which the operation does not declare.");
    }

    private void Object(NamedType type, IEnumerable<SelectionSetNode> selections, Type record, string path)
    {
        var properties = Properties(record);
        foreach (var (name, field) in Selected(type, selections))
        {
            if (properties.Remove(name, out var property)) Output(field, _nullability.Create(property), $"{path}.{name}");
            else _differences.Add($"{path} does not read {name}.");
        }

        foreach (var name in properties.Keys) _differences.Add($"{path} reads {name}, which is not asked for.");
    }

    private void Output(SelectedField field, NullabilityInfo info, string path)
    {
        var isNullable = field.Type is not NonNullType || field.IsConditional;
        if (field.IsConditional || !FailsAlone(field.Type)) Nullability(isNullable, info, path);
        OutputType(field.Type.Nullable, field, info, path);
    }

    /// <summary>Fields that are null only together with an error, which the client throws before it reads the data.</summary>
    private static bool FailsAlone(GraphQLType type) =>
        type is not NonNullType && (type.Named.Name is "Listening" or "SearchResult" || type.Named.Name.EndsWith("Connection", StringComparison.Ordinal));

    private void OutputType(GraphQLType type, SelectedField field, NullabilityInfo info, string path)
    {
        if (type is ListType list)
        {
            if (Element(info, path) is not { } element) return;
            Nullability(list.OfType is not NonNullType, element, path + "[]");
            OutputType(list.OfType.Nullable, field, element, path + "[]");
        }
        else if (type is ComplexType or UnionType) Object(type.Named, field.SelectionSets, info.Type, path);
        else Leaf(type.Named, info.Type, path);
    }

    private void Input(TypeNode node, NullabilityInfo info, string path)
    {
        var type = node is NonNullTypeNode nonNull ? nonNull.Type : node;
        if (node is NonNullTypeNode && info.ReadState == NullabilityState.Nullable) _differences.Add($"{path} may be null and must not be.");
        if (type is ListTypeNode list)
        {
            if (Element(info, path) is { } element) Input(list.Type, element, path + "[]");
        }
        else if (type is not NamedTypeNode named) _differences.Add($"{path} is of a kind that this check does not know.");
        else if (schema.Types[named.Name.Value] is InputObjectType input) InputObject(input, info.Type, path);
        else Leaf(schema.Types[named.Name.Value], info.Type, path);
    }

    private void InputObject(InputObjectType input, Type record, string path)
    {
        var fields = input.Fields.ToDictionary(field => field.Name);
        foreach (var (name, property) in Properties(record))
        {
            if (!fields.Remove(name, out var field)) _differences.Add($"{path} gives {name}, which {input.Name} does not have.");
            else Input(Parser.ParseType(new Source(field.Type.ToString()!)), _nullability.Create(property), $"{path}.{name}");
        }

        foreach (var field in fields.Values.Where(field => field.Type is NonNullType && field.DefaultValue is null))
        {
            _differences.Add($"{path} does not give {field.Name}, which {input.Name} needs.");
        }
    }

    private void Leaf(NamedType type, Type read, string path)
    {
        var actual = Nullable.GetUnderlyingType(read) ?? read;
        if (type is EnumType values) EnumValues(values, actual, path);
        else if (!Scalars.TryGetValue(type.Name, out var expected)) _differences.Add($"{path}: no type is known for {type.Name}.");
        else if (expected != actual) _differences.Add($"{path} is {actual.Name}; {type.Name} is {expected.Name}.");
    }

    private void EnumValues(EnumType type, Type read, string path)
    {
        var names = read.IsEnum ? Enum.GetNames(read) : [];
        if (!names.Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName).Order().SequenceEqual(type.Values.Select(value => value.Name).Order())) _differences.Add($"{path}: {read.Name} is not {type.Name}.");
    }

    private NullabilityInfo? Element(NullabilityInfo info, string path)
    {
        if (info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return info.GenericTypeArguments[0];
        _differences.Add($"{path} is {info.Type.Name}, and a list is read as IReadOnlyList.");
        return null;
    }

    private void Nullability(bool isNullable, NullabilityInfo info, string path)
    {
        if (isNullable != (info.ReadState == NullabilityState.Nullable)) _differences.Add($"{path} {(isNullable ? "may be missing" : "is never missing")}.");
    }

    // Properties that are computed have nothing to read.
    private static Dictionary<string, PropertyInfo> Properties(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private Dictionary<string, SelectedField> Selected(NamedType type, IEnumerable<SelectionSetNode> sets)
    {
        var fields = new Dictionary<string, SelectedField>();
        foreach (var selection in sets.SelectMany(set => set.Selections)) Collect(type, selection, isConditional: false, fields);
        return fields;
    }

    private void Collect(NamedType type, SelectionNode selection, bool isConditional, Dictionary<string, SelectedField> fields)
    {
        isConditional |= selection.Directives.Count > 0;
        if (selection is InlineFragmentNode fragment) Inner(type, fragment.TypeCondition, fragment.SelectionSet, isConditional, fields);
        else if (selection is FragmentSpreadNode spread)
        {
            var named = _fragments[spread.Name.Value];
            Inner(type, named.TypeCondition, named.SelectionSet, isConditional, fields);
        }
        else Field(type, (FieldNode)selection, isConditional, fields);
    }

    private void Inner(
        NamedType type, NamedTypeNode? typeCondition, SelectionSetNode set, bool isConditional, Dictionary<string, SelectedField> fields)
    {
        var condition = typeCondition is null ? type : schema.Types[typeCondition.Name.Value];
        isConditional |= schema.GetPossibleTypes(type).Except(schema.GetPossibleTypes(condition)).Any();
        foreach (var inner in set.Selections) Collect(condition, inner, isConditional, fields);
    }

    private static void Field(NamedType type, FieldNode field, bool isConditional, Dictionary<string, SelectedField> fields)
    {
        if (!fields.TryGetValue(field.ResponseName, out var selected))
        {
            fields[field.ResponseName] = selected = new SelectedField(((ComplexType)type).Fields[field.Name.Value].Type, isConditional);
        }

        if (field.SelectionSet is not null) selected.SelectionSets.Add(field.SelectionSet);
    }

    private sealed record SelectedField(GraphQLType Type, bool IsConditional)
    {
        public List<SelectionSetNode> SelectionSets { get; } = [];
    }
}
