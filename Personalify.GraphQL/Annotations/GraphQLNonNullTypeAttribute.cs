namespace Personalify.GraphQL;

/// <summary>
/// Says where null may be, instead of C#'s annotations: from the outside to the inside, one for each level of a list. Without a value it means that
/// the outermost is never null; levels that are not mentioned stay as C# has them.
/// </summary>
/// <example><c>[GraphQLNonNullType(false, true)]</c> makes a list <c>[T]!</c>.</example>
/// <param name="nullable">Whether each level may be null.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute(params bool[] nullable) : Attribute
{
    /// <summary>Whether each level may be null, the outermost first.</summary>
    public bool[] Nullable { get; } = nullable.Length == 0 ? [false] : nullable;
}
