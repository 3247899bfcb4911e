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

    /// <summary>Coerces what was sent. Unknown variables are ignored.</summary>
    /// <param name="sent">A JSON object, or null or nothing for none.</param>
    /// <param name="files">The files that the variables may name; <c>null</c> for none.</param>
    /// <param name="errors">One error for each thing that does not fit; the values must not be used then.</param>
    public VariableValues Coerce(JsonElement sent, IReadOnlyDictionary<string, IFile>? files, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (_variables.Length == 0) return VariableValues.None;
        var values = new VariableValues();
        var found = new List<GraphQLError>();
        foreach (var variable in _variables)
        {
            foreach (var message in variable.Coerce(sent, files, values)) found.Add(GraphQLError.At(message, source, variable.Definition).WithCode(ErrorCodes.InvalidVariable));
        }

        errors = found;
        return values;
    }

    private sealed class Variable
    {
        private readonly string _name;
        private readonly GraphQLType? _type;
        private readonly object? _default;
        private readonly IReadOnlyList<string> _defaultErrors = [];

        public Variable(Schema schema, VariableDefinitionNode definition)
        {
            Definition = definition;
            _name = definition.Variable.Name.Value;
            _type = TypeFromAst.Find(schema, definition.Type);
            if (_type is null || definition.DefaultValue is null) return;
            _default = InputCoercion.FromLiteral(definition.DefaultValue, _type, VariableValues.None, out var errors);
            _defaultErrors = [.. errors.Select(error => error.Describe($"Variable \"${_name}\"").Replace("invalid value", "invalid default value", StringComparison.Ordinal))];
        }

        public VariableDefinitionNode Definition { get; }

        /// <summary>Sets the value, if there is one, and returns what is wrong with it.</summary>
        public IEnumerable<string> Coerce(JsonElement sent, IReadOnlyDictionary<string, IFile>? files, VariableValues values)
        {
            if (_type is not { IsInput: true }) return [$"Variable \"${_name}\" expected value of type \"{SyntaxPrinter.Print(Definition.Type)}\" which cannot be used as an input type."];
            if (sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(_name, out var json)) return CoerceSent(json, _type, files, values);
            if (Definition.DefaultValue is { } literal)
            {
                values.Set(_name, _default, literal);
                return _defaultErrors;
            }

            return _type is NonNullType ? [$"Variable \"${_name}\" has invalid value: Expected a value of non-null type \"{_type}\" to be provided."] : [];
        }

        private IEnumerable<string> CoerceSent(JsonElement json, GraphQLType type, IReadOnlyDictionary<string, IFile>? files, VariableValues values)
        {
            values.Set(_name, InputCoercion.FromJson(json, type, files, out var errors), json);
            return errors.Select(error => error.Describe($"Variable \"${_name}\""));
        }
    }
}
