namespace Personalify.GraphQL.Types.Building;

/// <summary>What a schema offers beyond its types. Hot Chocolate's names.</summary>
public sealed class SchemaOptions
{
    /// <summary>Whether the schema has <c>@defer</c>, so that clients may let fragments come later. Default: no.</summary>
    public bool EnableDefer { get; set; }

    /// <summary>Whether the schema has <c>@stream</c>, so that clients may let items of lists come later. Default: no.</summary>
    public bool EnableStream { get; set; }

    internal IEnumerable<DirectiveType> Directives()
    {
        if (EnableDefer) yield return IncrementalDirectives.Defer;
        if (EnableStream) yield return IncrementalDirectives.Stream;
    }
}
