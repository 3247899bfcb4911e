using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Utilities;

/// <content>Literals, with variables inside them.</content>
internal sealed partial class InputCoercion
{
    private object? Literal(ValueNode literal, GraphQLType type) => (type, literal) switch
    {
        (_, VariableNode variable) => Variable(variable.Name.Value, type),
        (NonNullType, NullValueNode) => Fail($"Expected value of non-null type \"{type}\" not to be null."),
        (NonNullType nonNull, _) => Literal(literal, nonNull.OfType),
        (_, NullValueNode) => null,
        (ListType list, ListValueNode items) => LiteralItems(items, list.OfType),
        (ListType list, _) => new[] { Literal(literal, list.OfType) },
        (InputObjectType input, ObjectValueNode given) => LiteralObject(given, input),
        (InputObjectType, _) => Fail($"Expected value of type \"{type}\" to be an object, found: {Show(literal)}."),
        (EnumType @enum, EnumValueNode name) => EnumNamed(name.Value, @enum),
        (EnumType, _) => Fail($"Enum \"{type}\" cannot represent non-enum value: {Show(literal)}."),
        (ScalarType scalar, _) => _errors.Try((this, scalar, literal), static call => call.scalar.ParseLiteral(call.Item1.ReplaceVariables(call.literal))),
        _ => Fail($"The type \"{type}\" is no input type."),
    };

    private object? Variable(string name, GraphQLType type)
    {
        var isGiven = _variables.TryGet(name, out var value);
        if (value is not null || type is not NonNullType) return value;
        return Fail(isGiven
            ? $"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null."
            : $"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.");
    }

    private object?[] LiteralItems(ListValueNode list, GraphQLType itemType)
    {
        var items = new object?[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (!_errors.Enter(i)) break;
            items[i] = Literal(list.Items[i], itemType);
            _errors.Leave();
        }

        return items;
    }

    private object? LiteralObject(ObjectValueNode literal, InputObjectType type)
    {
        var errorsBefore = _errors.Total;
        foreach (var given in literal.Fields)
        {
            if (FindField(type, given.Name.Value) is null) FailUnknownField(type, given.Name.Value, Show(literal));
        }

        if (type.IsOneOf && !IsOneOf(literal, type)) return null;
        var values = new InputFieldValues(type.Fields);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields[i];
            if (FindGiven(literal, field) is { } given) SetLiteral(values, i, field, given);
            else if (!SetDefault(values, i, field)) FailMissingField(type, field, Show(literal));
        }

        return _errors.Total == errorsBefore ? Create(type, values) : null;
    }

    /// <summary>The field's literal; none when it is a variable that was not given, unless the field needs a value.</summary>
    private ValueNode? FindGiven(ObjectValueNode literal, InputField field)
    {
        var value = literal.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value;
        return value is VariableNode variable && !field.IsRequired && !_variables.TryGet(variable.Name.Value, out _) ? null : value;
    }

    /// <summary>Checked with the variables' values at execution, whatever validation saw. Specification: 3.10.1 OneOf Input Objects.</summary>
    private bool IsOneOf(ObjectValueNode literal, InputObjectType type)
    {
        if (literal.Fields.Count != 1 || literal.Fields[0].Value is NullValueNode)
        {
            Fail(OneOfMessage(type));
            return false;
        }

        var (field, value) = (literal.Fields[0].Name.Value, literal.Fields[0].Value);
        if (value is not VariableNode { Name.Value: var name }) return true;
        var isGiven = _variables.TryGet(name, out var coerced);
        if (coerced is not null) return true;
        Fail($"Expected variable \"${name}\" provided to field \"{field}\" for OneOf Input Object type \"{type}\" "
            + (isGiven ? "not to be null." : "to provide a runtime value."));
        return false;
    }

    /// <summary>A scalar sees no variables: inside its literal they are replaced by what was sent.</summary>
    private ValueNode ReplaceVariables(ValueNode literal) => literal switch
    {
        VariableNode variable => _variables.TryGetLiteral(variable.Name.Value, out var sent) ? sent : new NullValueNode(),
        ListValueNode list => new ListValueNode([.. list.Items.Select(ReplaceVariables)]) { Span = list.Span },
        ObjectValueNode input => new ObjectValueNode(
            [.. input.Fields.Where(IsPresent).Select(field => new ObjectFieldNode(field.Name, ReplaceVariables(field.Value)))]) { Span = input.Span },
        _ => literal,
    };

    private bool IsPresent(ObjectFieldNode field) => field.Value is not VariableNode variable || _variables.TryGet(variable.Name.Value, out _);

    private static string Show(ValueNode literal) => ShownValue.Of(SyntaxPrinter.Print(literal));
}
