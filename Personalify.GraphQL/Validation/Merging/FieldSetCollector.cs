using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation.Merging;

/// <summary>Collects the fields of selection sets, each once for a type.</summary>
internal sealed class FieldSetCollector(ValidationContext context)
{
    private readonly Dictionary<(NamedType?, SelectionSetKey), FieldSet> _known = [];

    public FieldSet Collect(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var key = (parentType, new SelectionSetKey(selectionSet));
        if (_known.TryGetValue(key, out var known)) return known;

        var fields = _known[key] = new FieldSet();
        Collect(parentType, selectionSet, fields, []);
        return fields;
    }

    public FieldSet Collect(FragmentDefinitionNode fragment) =>
        Collect(TypeFromAst.FindNamed(context.Schema, fragment.TypeCondition), fragment.SelectionSet);

    private void Collect(NamedType? parentType, SelectionSetNode selectionSet, FieldSet fields, HashSet<string> spreads)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new SelectedField(parentType, field, FindDefinition(parentType, field.Name.Value)));
                    break;
                case InlineFragmentNode { TypeCondition: { } condition } inline:
                    Collect(TypeFromAst.FindNamed(context.Schema, condition), inline.SelectionSet, fields, spreads);
                    break;
                case InlineFragmentNode inline:
                    Collect(parentType, inline.SelectionSet, fields, spreads);
                    break;
                case FragmentSpreadNode { Name.Value: var name } when spreads.Add(name) && context.GetFragment(name) is { } fragment:
                    fields.Fragments.Add(fragment);
                    break;
            }
        }
    }

    private static OutputField? FindDefinition(NamedType? parentType, string name) =>
        parentType is ComplexType complex && complex.Fields.TryGetValue(name, out var definition) ? definition : null;

    /// <summary>A selection set as a key: by identity, without hashing what is in it.</summary>
    private readonly struct SelectionSetKey(SelectionSetNode node) : IEquatable<SelectionSetKey>
    {
        private readonly SelectionSetNode _node = node;

        public bool Equals(SelectionSetKey other) => ReferenceEquals(_node, other._node);

        public override bool Equals(object? obj) => obj is SelectionSetKey other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_node);
    }
}
