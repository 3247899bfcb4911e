using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What one <c>where</c> has asked for so far, against its limits.</summary>
internal sealed class FilterScope(FilterOptions options)
{
    private int _conditions;
    private int _listValues;
    private int _depth;

    public void Enter()
    {
        if (++_depth > options.MaxDepth) throw TooComplex($"is nested deeper than {options.MaxDepth} levels");
    }

    public void Leave() => _depth--;

    public void CountCondition()
    {
        if (++_conditions > options.MaxConditions) throw TooComplex($"has more than {options.MaxConditions} conditions");
    }

    public void CountValues(int count)
    {
        _listValues += count;
        if (_listValues > options.MaxListValues) throw TooComplex($"lists {_listValues} values where {options.MaxListValues} are allowed");
    }

    public static GraphQLException NoNull(InputObjectType type, string field) =>
        new($"{type.Name}.{field} is null, which is nothing to compare with: give a value, or leave {field} out.", ErrorCodes.NullInFilter);

    private static GraphQLException TooComplex(string problem) => new($"The filter {problem}: ask for less at once.", ErrorCodes.FilterTooComplex);
}
