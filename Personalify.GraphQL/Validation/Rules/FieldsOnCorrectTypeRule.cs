using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Validation.Rules;

/// <summary>
/// A field exists on the type it is selected from.
/// Specification: 5.3.1 Field Selections, https://spec.graphql.org/September2025/#sec-Field-Selections
/// </summary>
public sealed class FieldsOnCorrectTypeRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on) => on.Enter<FieldNode>(field =>
    {
        if (context.Types.ParentType is not { } type || context.Types.Field is not null) return;
        context.Report($"Cannot query field \"{field.Name.Value}\" on type \"{type}\".{Suggest(context, type, field.Name.Value)}", field);
    });

    private static string Suggest(ValidationContext context, NamedType type, string fieldName)
    {
        if (context.Options.HideSuggestions) return "";
        var types = FindTypesWithField(context.Schema, type, fieldName);
        if (types.Count > 0) return Suggestions.DidYouMean(types, "to use an inline fragment on ");
        return type is ComplexType complex ? context.Suggest(fieldName, complex.Fields.Select(field => field.Name)) : "";
    }

    /// <summary>
    /// The possible types of an abstract type that have the field, and their interfaces; those that most types share first.
    /// </summary>
    private static List<string> FindTypesWithField(Schema schema, NamedType type, string fieldName)
    {
        if (type is not (InterfaceType or UnionType)) return [];

        var uses = new Dictionary<ComplexType, int>();
        foreach (var possibleType in schema.GetPossibleTypes(type).Where(HasField))
        {
            uses[possibleType] = 1;
            foreach (var parent in possibleType.Interfaces.Where(HasField)) uses[parent] = uses.GetValueOrDefault(parent) + 1;
        }

        return [.. uses
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Name, NaturalOrder.Instance)
            .Select(entry => entry.Key.Name)];

        bool HasField(ComplexType candidate) => candidate.Fields.Contains(fieldName);
    }
}
