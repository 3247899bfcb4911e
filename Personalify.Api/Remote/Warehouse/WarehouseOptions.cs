namespace Personalify.Api.Remote.Warehouse;

/// <summary>Whether BI tools may read node B; section <c>Warehouse</c>.</summary>
public sealed class WarehouseOptions
{
    /// <summary>The role of such tools may read the schema <c>warehouse</c>; otherwise what it may is taken away.</summary>
    public bool Enabled { get; set; } = true;
}
