using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
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

    private void SetLiteral(InputFieldValues values, int index, InputField field, ValueNode literal)
    {
        if (!_errors.Enter(field.Name)) return;
        var errorsBefore = _errors.Total;
        var value = Literal(literal, field.Type);
        // What is wrong inside leaves holes that no CLR type may have.
        if (_errors.Total == errorsBefore) values.Set(index, Convert(value, field));
        _errors.Leave();
    }

    /// <summary>Returns whether the field can do without a value that was sent.</summary>
    private bool SetDefault(InputFieldValues values, int index, InputField field)
    {
        if (field.DefaultValue is { } literal) SetLiteral(values, index, field, literal);
        return !field.IsRequired;
    }

    private object? Convert(object? value, InputField field)
    {
        if (field.RuntimeType is null && field.Formatter is null) return value;
        return _errors.Try((value, field), static call =>
        {
            var formatted = call.field.Formatted(call.value);
            return (call.field.RuntimeType is { } target ? InputConversion.To(formatted, target) : formatted)!;
        });
    }

    private object? EnumNamed(string name, EnumType type)
    {
        foreach (var value in type.Values)
        {
            if (value.Name == name) return value.RuntimeValue;
        }

        return Fail($"Value \"{ShownValue.Of(name)}\" does not exist in \"{type}\" enum.");
    }

    private object? Create(InputObjectType type, InputFieldValues values)
    {
        if (type.CreateInstance is not { } create) return new Dictionary<string, object?>(values);
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

    private void FailMissingField(InputObjectType type, InputField field, string shown) =>
        Fail($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {ShownValue.Of(shown)}.");

    private object? Fail(string message)
    {
        _errors.Add(message);
        return null;
    }

    private static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}
