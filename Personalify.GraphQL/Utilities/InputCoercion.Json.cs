using System.Text.Json;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <content>Objects of JSON, read once: fields as they come, and what is wrong with them in the order of their type.</content>
internal sealed partial class InputCoercion
{
    private object? JsonObject(ref Utf8JsonReader json, InputObjectType type)
    {
        var given = new GivenFields(type);
        var whole = json;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = given.Find(ref json);
            json.Read();
            given.Count(json.TokenType);
            if (index < 0) json.Skip();
            else given.Keep(index, JsonField(ref json, type.Fields[index], given.Values, index));
        }

        return Complete(given, whole);
    }

    /// <summary>Returns what is wrong with it. Of two fields of the same name the last one counts.</summary>
    private List<InputError>? JsonField(ref Utf8JsonReader json, InputField field, InputFieldValues values, int index)
    {
        var outer = _errors.Take();
        values.Remove(index);
        if (_errors.Enter(field.Name))
        {
            var value = Json(ref json, field.Type);
            if (_errors.IsEmpty) values.Set(index, Convert(value, field));
            _errors.Leave();
        }
        else
        {
            json.Skip();
        }

        return _errors.Exchange(outer);
    }

    private object? Complete(in GivenFields given, Utf8JsonReader whole)
    {
        var (type, errorsBefore) = (given.Type, _errors.Total);
        foreach (var name in given.Unknown ?? []) FailUnknownField(type, name, ShowWhole(whole));
        if (type.IsOneOf && !given.IsOne) return Fail(OneOfMessage(type));
        for (var i = 0; i < type.Fields.Count; i++)
        {
            if (given.ErrorsOf(i) is { } wrong) _errors.AddRange(wrong);
            else if (!given.Values.IsGiven(i) && !SetDefault(given.Values, i, type.Fields[i])) FailMissingField(type, type.Fields[i], ShowWhole(whole));
        }

        return _errors.Total == errorsBefore ? Create(type, given.Values) : null;
    }

    private static string ShowWhole(Utf8JsonReader json) => Show(ref json);

    /// <summary>The fields of one object so far.</summary>
    private struct GivenFields(InputObjectType type)
    {
        private List<InputError>?[]? _errors;
        private int _count;
        private bool _hasNull;

        public InputObjectType Type { get; } = type;

        public InputFieldValues Values { get; } = new(type.Fields);

        /// <summary>The names of properties that are no fields.</summary>
        public List<string>? Unknown { get; private set; }

        /// <summary>Whether there is one property, and it is not null.</summary>
        public readonly bool IsOne => _count == 1 && !_hasNull;

        /// <summary>The index of the field that a property names, or -1.</summary>
        public int Find(ref Utf8JsonReader property)
        {
            for (var i = 0; i < Type.Fields.Count; i++)
            {
                if (property.ValueTextEquals(Type.Fields[i].Name)) return i;
            }

            (Unknown ??= []).Add(property.GetString()!);
            return -1;
        }

        public void Count(JsonTokenType value)
        {
            _count++;
            _hasNull |= value == JsonTokenType.Null;
        }

        public void Keep(int index, List<InputError>? errors)
        {
            if (errors is not null) _errors ??= new List<InputError>?[Type.Fields.Count];
            if (_errors is not null) _errors[index] = errors;
        }

        public readonly List<InputError>? ErrorsOf(int index) => _errors?[index];
    }
}
