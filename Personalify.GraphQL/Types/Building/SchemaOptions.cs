using System.Reflection;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What a schema offers beyond its types. Hot Chocolate's names.</summary>
public sealed class SchemaOptions
{
    /// <summary>Whether the schema has <c>@defer</c>, so that clients may let fragments come later. Default: no.</summary>
    public bool EnableDefer { get; set; }

    /// <summary>Whether the schema has <c>@stream</c>, so that clients may let items of lists come later. Default: no.</summary>
    public bool EnableStream { get; set; }

    /// <summary>
    /// Whether types, members and arguments without a description have that of their doc comment. It is read from the documentation file beside the assembly,
    /// which projects with <c>GenerateDocumentationFile</c> have. Default: yes.
    /// </summary>
    public bool UseXmlDocumentation { get; set; } = true;

    /// <summary>Where the documentation file of an assembly is; beside it when <c>null</c>, or when the function returns <c>null</c>.</summary>
    public Func<Assembly, string?>? ResolveXmlDocumentationFileName { get; set; }

    internal IEnumerable<DirectiveType> Directives()
    {
        if (EnableDefer) yield return IncrementalDirectives.Defer;
        if (EnableStream) yield return IncrementalDirectives.Stream;
    }
}
