using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Where a resolved value belongs: an entry of an object's slots or of a list's items.</summary>
/// <param name="Node">The object or list.</param>
/// <param name="Entries">Its slots or items.</param>
/// <param name="Index">Which of them.</param>
internal readonly record struct Place(ResponseNode Node, object?[] Entries, int Index)
{
    public void Set(object? value) => Entries[Index] = value;

    public void Fail(Exception error) => Set(new FieldFailure(error));
}
