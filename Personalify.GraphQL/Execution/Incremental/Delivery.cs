namespace Personalify.GraphQL.Execution;

/// <summary>Something that the client waits for: the fields of a deferred fragment at one object, or the items of one list.</summary>
internal abstract class Delivery(object[] path, string? label)
{
    /// <summary>The object or list.</summary>
    public object[] Path => path;

    public string? Label => label;

    /// <summary>By which the client knows it; <c>null</c> until it was told of it.</summary>
    public string? Id { get; set; }

    /// <summary>Whether the client was told of it, and not yet that it is complete.</summary>
    public bool IsAnnounced { get; set; }
}

/// <summary>Whether a fragment can still be delivered.</summary>
internal enum DeliveryState
{
    /// <summary>Nobody has looked at it yet.</summary>
    New,

    /// <summary>It is to be delivered.</summary>
    Known,

    /// <summary>It was delivered, has failed, or had nothing to deliver.</summary>
    Over,
}

/// <summary>One deferred fragment at one object. Specification, working draft: 6.2.3 Incremental Delivery, Delivery Group.</summary>
internal sealed class DeliveryGroup(object[] path, string? label, DeliveryGroup? parent) : Delivery(path, label)
{
    /// <summary>The fragment around it, which is delivered first.</summary>
    public DeliveryGroup? Parent => parent;

    public DeliveryState State { get; set; }

    /// <summary>The fragments within it that were found so far.</summary>
    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>What it consists of and was not delivered with another fragment.</summary>
    public List<DeferredPart> Parts { get; } = [];

    public bool IsComplete => Parts.TrueForAll(part => part.IsWritten);
}

/// <summary>The deferred fragments around a place in the response.</summary>
internal sealed record DeliveryScope(DeferUsage Usage, DeliveryGroup Group, DeliveryScope? Outer)
{
    public static DeliveryGroup? Find(DeliveryScope? scope, DeferUsage? usage)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Usage == usage) return scope.Group;
        }

        return null;
    }
}
