using System.Globalization;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>A list whose items come later. Specification, working draft: 3.13 Directives, @stream.</summary>
internal sealed class StreamUsage
{
    private readonly ValueNode? _initialCount;

    private StreamUsage(DirectiveNode directive, FieldPlan items)
    {
        Items = items;
        Label = IncrementalDirectives.LabelOf(directive);
        _initialCount = IncrementalDirectives.Argument(directive, "initialCount");
    }

    public string? Label { get; }

    /// <summary>The field as its later items see it: they are delivered with the stream, whatever deferred the field itself.</summary>
    public FieldPlan Items { get; }

    /// <summary>The stream of a field's list, or <c>null</c> when it has none.</summary>
    public static StreamUsage? Of(OperationPlan operation, ObjectType parent, OutputField field, IReadOnlyList<FieldNode> nodes)
    {
        if (field.Type.Nullable is not ListType || IncrementalDirectives.Find(nodes[0], IncrementalDirectives.Stream) is not { } directive) return null;
        if (!operation.Flags.IsActive(directive)) return null;
        return new StreamUsage(directive, new FieldPlan(operation, parent, field, nodes, new FieldDeferral(new DeferUsage?[nodes.Count], [])));
    }

    /// <summary>How many items are delivered with the list.</summary>
    /// <exception cref="CoercionException">The number is null or negative.</exception>
    public int InitialCount(VariableValues variables)
    {
        var count = _initialCount switch
        {
            null => 0,
            IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            VariableNode variable when !variables.TryGet(variable.Name.Value, out _) => 0,
            VariableNode variable when variables.TryGet(variable.Name.Value, out var value) => value as int?,
            _ => null,
        };
        return count is >= 0 ? count.Value : throw new CoercionException($"Argument \"@stream(initialCount:)\" is {count?.ToString(CultureInfo.InvariantCulture) ?? "null"}; give a number that is not negative.");
    }
}
