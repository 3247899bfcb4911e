using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Merging;

/// <summary>Compares arguments and literals by what they say; the order of arguments and of input fields does not matter.</summary>
internal static class ValueComparer
{
    /// <summary>Whether two fields have the same arguments with the same values.</summary>
    public static bool AreEqual(IReadOnlyList<ArgumentNode> left, IReadOnlyList<ArgumentNode> right)
    {
        if (left.Count != right.Count) return false;
        if (left.Count == 0) return true;

        var values = new Dictionary<string, ValueNode>();
        foreach (var argument in right) values[argument.Name.Value] = argument.Value;
        return left.All(argument => values.TryGetValue(argument.Name.Value, out var value) && AreEqual(argument.Value, value));
    }

    private static bool AreEqual(ValueNode left, ValueNode right) => (left, right) switch
    {
        (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (ListValueNode a, ListValueNode b) =>
            a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (ObjectValueNode a, ObjectValueNode b) =>
            a.Fields.Count == b.Fields.Count && Order(a).Zip(Order(b)).All(pair => AreEqual(pair.First, pair.Second)),
        _ => false,
    };

    private static bool AreEqual(ObjectFieldNode left, ObjectFieldNode right) =>
        left.Name.Value == right.Name.Value && AreEqual(left.Value, right.Value);

    private static IEnumerable<ObjectFieldNode> Order(ObjectValueNode value) =>
        value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
