using System.Text.Json;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>The variables of an operation; defaults are coerced once. Specification: 6.1.2 Coercing Variable Values.</summary>
internal sealed class VariablePlan(Schema schema, OperationDefinitionNode operation, Source? source)
{
    private readonly Variable[] _variables = [.. operation.VariableDefinitions.Select(definition => new Variable(schema, definition))];
    private readonly VariableNames _names = new([.. operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value)]);

    /// <summary>Coerces what was sent. Unknown variables are ignored; of two of the same name the last one counts.</summary>
    /// <param name="sent">A JSON object, or null or nothing for none. The values must not be asked for after it has changed.</param>
    /// <param name="files">The files that the variables may name; <c>null</c> for none.</param>
    /// <param name="errors">One error for each thing that does not fit; the values must not be used then.</param>
    public VariableValues Coerce(ReadOnlyMemory<byte> sent, IReadOnlyDictionary<string, IFile>? files, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (_variables.Length == 0) return VariableValues.None;
        var values = new VariableValues(_names, sent);
        var wrong = sent.IsEmpty ? null : Read(sent.Span, files, values);
        List<GraphQLError>? found = null;
        for (var i = 0; i < _variables.Length; i++)
        {
            foreach (var message in _variables[i].Complete(i, values, wrong?[i]))
                (found ??= []).Add(GraphQLError.At(message, source, _variables[i].Definition).WithCode(ErrorCodes.InvalidVariable));
        }

        errors = found ?? errors;
        return values;
    }

    /// <summary>Reads the values in the order in which they were sent; returns what is wrong with them by variable, or <c>null</c>.</summary>
    private List<InputError>?[]? Read(ReadOnlySpan<byte> sent, IReadOnlyDictionary<string, IFile>? files, VariableValues values)
    {
        var coercion = new InputCoercion(files);
        var json = InputCoercion.Reader(sent);
        List<InputError>?[]? wrong = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = _names.IndexOf(ref json);
            json.Read();
            if (index < 0 || _variables[index].Type is not { IsInput: true } type)
            {
                json.Skip();
                continue;
            }

            var start = (int)json.TokenStartIndex;
            var value = coercion.Read(ref json, type, out var errors);
            values.Set(index, value, start..(int)json.BytesConsumed);
            if (errors is not null) wrong ??= new List<InputError>?[_variables.Length];
            if (wrong is not null) wrong[index] = errors;
        }

        return wrong;
    }

    private sealed class Variable
    {
        private readonly string _name;
        private readonly object? _default;
        private readonly IReadOnlyList<string> _defaultErrors = [];

        public Variable(Schema schema, VariableDefinitionNode definition)
        {
            Definition = definition;
            _name = definition.Variable.Name.Value;
            Type = TypeFromAst.Find(schema, definition.Type);
            if (Type is null || definition.DefaultValue is null) return;
            _default = InputCoercion.FromLiteral(definition.DefaultValue, Type, VariableValues.None, out var errors);
            _defaultErrors = [.. errors.Select(error => error.Describe($"Variable \"${_name}\"").Replace("invalid value", "invalid default value", StringComparison.Ordinal))];
        }

        public VariableDefinitionNode Definition { get; }

        /// <summary>Its type, or <c>null</c> when there is none of that name.</summary>
        public GraphQLType? Type { get; }

        /// <summary>Sets the default where nothing was sent, and returns what is wrong.</summary>
        public IEnumerable<string> Complete(int index, VariableValues values, List<InputError>? wrong)
        {
            if (wrong is not null) return wrong.Select(error => error.Describe($"Variable \"${_name}\""));
            if (values.IsGiven(index)) return [];
            if (Type is not { IsInput: true }) return [$"Variable \"${_name}\" expected value of type \"{SyntaxPrinter.Print(Definition.Type)}\" which cannot be used as an input type."];
            if (Definition.DefaultValue is { } literal)
            {
                values.Set(index, _default, literal);
                return _defaultErrors;
            }

            return Type is NonNullType ? [$"Variable \"${_name}\" has invalid value: Expected a value of non-null type \"{Type}\" to be provided."] : [];
        }
    }
}
