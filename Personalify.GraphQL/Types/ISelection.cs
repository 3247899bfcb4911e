namespace Personalify.GraphQL.Types;

/// <summary>
/// One entry of an object in the response, with what is selected below it: fragments spread, merged and skipped already.
/// Specification: 6.3.2 Field Collection.
/// </summary>
public interface ISelection
{
    /// <summary>The field that is selected.</summary>
    OutputField Field { get; }

    /// <summary>The field's key in the response: its alias or its name.</summary>
    string ResponseName { get; }

    /// <summary>What is selected below the field on objects of a type, in the order of the response; nothing below leaves.</summary>
    IReadOnlyList<ISelection> SelectionsOn(ObjectType type);
}
