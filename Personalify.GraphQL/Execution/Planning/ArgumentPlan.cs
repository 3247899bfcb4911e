using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The arguments of a field. Literals are coerced once and shared by all requests, so resolvers must not change them; what has
/// variables is coerced once in a request. Specification: 6.4.1 Coercing Field Arguments.
/// </summary>
internal sealed class ArgumentPlan
{
    private readonly Slot[] _slots;
    private readonly ArgumentValues? _constant;

    private ArgumentPlan(Slot[] slots)
    {
        _slots = slots;
        IsConstant = Array.TrueForAll(slots, slot => slot.Literal is null);
        if (IsConstant && Array.TrueForAll(slots, slot => slot.Error is null)) _constant = Make(VariableValues.None);
    }

    public static ArgumentPlan None { get; } = new([]);

    /// <summary>Whether no argument depends on a variable.</summary>
    public bool IsConstant { get; }

    public static ArgumentPlan Of(ObjectType parent, OutputField field, FieldNode node)
    {
        if (field.Arguments.Count == 0) return None;
        return new ArgumentPlan([.. field.Arguments.Select(argument => Plan(argument, $"{parent.Name}.{field.Name}({argument.Name}:)", node))]);
    }

    /// <summary>The values.</summary>
    /// <exception cref="CoercionException">A value does not fit; an error of the field. Specification: 6.4.1.</exception>
    public ArgumentValues Evaluate(VariableValues variables) => _constant ?? Make(variables);

    private ArgumentValues Make(VariableValues variables)
    {
        var values = new ArgumentValues(_slots.Length);
        foreach (var slot in _slots)
        {
            var (value, isGiven) = slot.Evaluate(variables);
            values.Add(slot.Definition.Name, value, isGiven);
        }

        return values;
    }

    private static Slot Plan(InputField argument, string coordinate, FieldNode node)
    {
        var literal = node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value;
        var fallback = PlanDefault(argument, coordinate);
        if (literal is null) return fallback;
        return HasVariables(literal) ? fallback with { Literal = literal } : PlanConstant(argument, coordinate, literal);
    }

    private static Slot PlanDefault(InputField argument, string coordinate)
    {
        if (argument.DefaultValue is { } literal)
        {
            // The literal of a default stands in the schema: no place in the document.
            var slot = PlanConstant(argument, coordinate, literal);
            return slot.Error is { } error ? slot with { Error = new CoercionException(error.Message) } : slot;
        }

        return new Slot(argument, coordinate)
        {
            Error = argument.IsRequired ? new CoercionException($"Argument \"{coordinate}\" of required type \"{argument.Type}\" was not provided.") : null,
        };
    }

    private static Slot PlanConstant(InputField argument, string coordinate, ValueNode literal)
    {
        var slot = new Slot(argument, coordinate) { IsGiven = true };
        try
        {
            return slot with { Constant = slot.Coerce(literal, VariableValues.None) };
        }
        catch (CoercionException error)
        {
            return slot with { Error = error };
        }
    }

    private static bool HasVariables(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariables),
        ObjectValueNode input => input.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    /// <summary>One argument: a literal with variables, and else a constant, a failure, or nothing.</summary>
    private sealed record Slot(InputField Definition, string Coordinate)
    {
        public ValueNode? Literal { get; init; }

        public object? Constant { get; init; }

        public bool IsGiven { get; init; }

        public CoercionException? Error { get; init; }

        public (object? Value, bool IsGiven) Evaluate(VariableValues variables)
        {
            if (Literal is not null && !IsAbsent(variables)) return (Coerce(Literal, variables), true);
            return Error is null ? (Constant, IsGiven) : throw new CoercionException(Error.Message) { Literal = Error.Literal };
        }

        public object? Coerce(ValueNode literal, VariableValues variables)
        {
            var value = InputCoercion.FromLiteral(literal, Definition.Type, variables, out var errors);
            if (errors.Count > 0)
                throw new CoercionException(errors[0].Describe($"Argument \"{Coordinate}\"")) { Literal = errors[0].FindIn(literal) };
            return Definition.RuntimeType is null && Definition.Formatter is null ? value : Fit(value, literal);
        }

        private object? Fit(object? value, ValueNode literal)
        {
            try
            {
                var formatted = Definition.Formatted(value);
                return Definition.RuntimeType is { } target ? InputConversion.To(formatted, target) : formatted;
            }
            catch (CoercionException error)
            {
                throw new CoercionException($"Argument \"{Coordinate}\" has invalid value: {error.Message}") { Literal = literal };
            }
        }

        /// <summary>An absent variable leaves the argument absent, so that its default applies; a required one then fails.</summary>
        private bool IsAbsent(VariableValues variables) =>
            Literal is VariableNode variable && !Definition.IsRequired && !variables.TryGet(variable.Name.Value, out _);
    }
}
