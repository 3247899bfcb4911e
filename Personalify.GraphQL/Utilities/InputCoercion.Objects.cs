using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Scalars;

namespace Personalify.GraphQL.Utilities;

/// <content>What JSON and literals share: fields with defaults, enum names, and the making of CLR values.</content>
internal sealed partial class InputCoercion
{
    private static InputField? FindField(InputObjectType type, string name)
    {
        foreach (var field in type.Fields)
        {
            if (field.Name == name) return field;
        }

        return null;
    }

    private void SetField<TState>(Dictionary<string, object?> values, InputField field, TState state, Func<TState, GraphQLType, object?> coerce)
    {
        if (!_errors.Enter(field.Name)) return;
        var errorsBefore = _errors.Errors.Count;
        var value = coerce(state, field.Type);
        // What is wrong inside leaves holes that no CLR type may have.
        if (_errors.Errors.Count == errorsBefore) values[field.Name] = Convert(value, field);
        _errors.Leave();
    }

    private void SetDefault(Dictionary<string, object?> values, InputField field, InputObjectType type, Func<string> shown)
    {
        if (field.DefaultValue is { } literal) SetField(values, field, (this, literal), static (call, type) => call.Item1.Literal(call.literal, type));
        else if (field.IsRequired) Fail($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {ShownValue.Of(shown())}.");
    }

    private object? Convert(object? value, InputField field) => field.RuntimeType is null
        ? value
        : _errors.Try((value, field), static call => InputConversion.To(call.field.Formatted(call.value), call.field.RuntimeType!)!);

    private object? EnumNamed(string name, EnumType type)
    {
        foreach (var value in type.Values)
        {
            if (value.Name == name) return value.RuntimeValue;
        }

        return Fail($"Value \"{ShownValue.Of(name)}\" does not exist in \"{type}\" enum.");
    }

    private object? Create(InputObjectType type, Dictionary<string, object?> values)
    {
        if (type.CreateInstance is not { } create) return values;
        try
        {
            return create(values);
        }
        catch (GraphQLException error)
        {
            return Fail(error.Error.Message);
        }
        catch (Exception error) when (error is CoercionException or ArgumentException)
        {
            return Fail(error.Message);
        }
    }

    private void FailUnknownField(InputObjectType type, string field, string shown) =>
        Fail($"Expected value of type \"{type}\" not to include unknown field \"{ShownValue.Of(field)}\", found: {ShownValue.Of(shown)}.");

    private object? Fail(string message)
    {
        _errors.Add(message);
        return null;
    }

    private static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}
