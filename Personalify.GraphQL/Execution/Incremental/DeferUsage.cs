using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <summary>A fragment that a plan delivers later, as it stands in one selection. Specification, working draft: 6.3.2 Field Collection, Defer Usage.</summary>
internal sealed class DeferUsage(DirectiveNode directive, string? label, DeferUsage? parent)
{
    /// <summary>The directive, by which the same spread of a fragment is known again.</summary>
    public DirectiveNode Directive => directive;

    public string? Label => label;

    /// <summary>The deferred fragment around this one; <c>null</c> when there is none.</summary>
    public DeferUsage? Parent => parent;

    public bool IsWithin(DeferUsage other)
    {
        for (var usage = parent; usage is not null; usage = usage.Parent)
        {
            if (usage == other) return true;
        }

        return false;
    }
}

/// <summary>Why a field is selected: its nodes, and for each the deferred fragment that it stands in.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Usages">One entry for each node: its fragment, or <c>null</c> where it stands in none.</param>
internal sealed record CollectedField(List<FieldNode> Nodes, List<DeferUsage?> Usages)
{
    /// <summary>
    /// The fragments that the field belongs to: none as soon as it is selected outside of all, and never one within another of them, so
    /// that it is delivered once and with the first that asks for it.
    /// </summary>
    public DeferUsage[] Owners()
    {
        if (Usages.Contains(null)) return [];
        DeferUsage[] distinct = [.. Usages.Distinct()!];
        return distinct.Length == 1 ? distinct : Array.FindAll(distinct, usage => !Array.Exists(distinct, usage.IsWithin));
    }
}

/// <summary>What the plan of a field must know when it selects on the field's objects.</summary>
/// <param name="Usages">One entry for each node of the field.</param>
/// <param name="Owners">The fragments with which the field itself is delivered; none for the initial result.</param>
/// <param name="Stream">How items of its list come later, or <c>null</c>.</param>
internal sealed record FieldDeferral(IReadOnlyList<DeferUsage?> Usages, DeferUsage[] Owners, StreamUsage? Stream = null)
{
    /// <summary>Whether the field is selected in different places, so that some of what is below it may come later than the field itself.</summary>
    public bool IsShared { get; } = Usages.Any(usage => usage != Usages[0]);
}
