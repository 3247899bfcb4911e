using System.Linq.Expressions;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>One entry of an order: how an item is read, and which way.</summary>
internal readonly record struct SortKey(Expression Value, bool IsAscending);

/// <summary>A given value of a sort input's field as the key that it means.</summary>
internal delegate SortKey SortTranslation(object? given, Expression target);

/// <summary>How values of one sort input become keys.</summary>
internal sealed class SortInput(InputObjectType type)
{
    private readonly Dictionary<string, SortTranslation> _fields = [];

    /// <summary>The GraphQL side.</summary>
    public InputObjectType Type { get; } = type;

    public void Add(InputField field, SortTranslation translate)
    {
        Type.Fields.Add(field);
        _fields.Add(field.Name, translate);
    }

    /// <summary>The key of an entry. Fields of an object have no order, so that several would not say which comes first.</summary>
    public SortKey Translate(object? given, Expression target)
    {
        if (given is not IReadOnlyDictionary<string, object?> { Count: 1 } entry) throw NotOne();
        var (name, value) = entry.First();
        return _fields[name](value ?? throw NoDirection(name), target);
    }

    private GraphQLException NotOne() => new(
        $"An entry of {Type.Name} names one field, because the fields of an object have no order: write [{{a: ASC}}, {{b: DESC}}].",
        ErrorCodes.AmbiguousOrder);

    private GraphQLException NoDirection(string field) =>
        new($"{Type.Name}.{field} is null: say ASC or DESC, or leave the entry out.", ErrorCodes.AmbiguousOrder);
}
