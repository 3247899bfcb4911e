using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Finds the parts of a document that need no resolver: there, values are read from their objects while the response is
/// written. Says yes when in doubt; what may be delivered later counts as work, because its object must be kept for it.
/// </summary>
internal sealed class WorkAnalysis(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    private readonly ConcurrentDictionary<(SelectionSetNode, ObjectType), bool> _known = new();

    /// <summary>Whether a field calls a resolver that may wait, or has arguments, which may fail it whether or not they are read.</summary>
    public static bool IsWork(OutputField field) =>
        (field is { PureResolver: null, Resolver: not null } || field.Arguments.Count > 0) && field != Introspection.TypeNameField;

    /// <summary>Whether finding the object type of a value calls code of the schema's author, which may wait.</summary>
    public bool NeedsTypeCheck(NamedType type) => type switch
    {
        ObjectType concrete => concrete.IsTypeOf is not null,
        InterfaceType { ResolveType: not null } or UnionType { ResolveType: not null } => true,
        InterfaceType or UnionType => schema.GetPossibleTypes(type).Any(member => member.IsTypeOf is not null),
        _ => false,
    };

    /// <summary>Whether anything below values of a composite type may be work.</summary>
    public bool HasWorkBelow(IReadOnlyList<FieldNode> nodes, NamedType type)
    {
        if (NeedsTypeCheck(type)) return true;
        foreach (var node in nodes)
        {
            if (node.SelectionSet is { } set && HasWork(set, type)) return true;
        }

        return false;
    }

    private bool HasWork(SelectionSetNode set, NamedType type)
    {
        foreach (var member in schema.GetPossibleTypes(type))
        {
            if (HasWorkOn(set, member)) return true;
        }

        return false;
    }

    private bool HasWorkOn(SelectionSetNode set, ObjectType type)
    {
        if (_known.TryGetValue((set, type), out var known)) return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        return _known[(set, type)] = set.Selections.Any(selection => HasWork(selection, type));
    }

    private bool HasWork(SelectionNode selection, ObjectType type) => selection switch
    {
        _ when IncrementalDirectives.StandOn(selection) => true,
        FieldNode field => HasWork(field, type),
        InlineFragmentNode fragment => Applies(fragment.TypeCondition, type) && HasWorkOn(fragment.SelectionSet, type),
        FragmentSpreadNode spread => fragments.TryGetValue(spread.Name.Value, out var fragment)
            && Applies(fragment.TypeCondition, type) && HasWorkOn(fragment.SelectionSet, type),
        _ => true,
    };

    private bool HasWork(FieldNode node, ObjectType type)
    {
        if (Introspection.FindField(schema, type, node.Name.Value) is not { } field) return false;
        return IsWork(field) || (node.SelectionSet is { } set && (NeedsTypeCheck(field.Type.Named) || HasWork(set, field.Type.Named)));
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || (schema.Types.TryGetValue(condition.Name.Value, out var named) && schema.IsPossibleType(named, type));
}
