namespace Personalify.Api.Remote.Replication;

/// <summary>Where node B finds node A and as whom; section <c>Replication</c>.</summary>
public sealed class ReplicationOptions
{
    /// <summary>Node A as node B sees it; as in <c>ConnectionStrings:Main</c> unless set.</summary>
    public string? Host { get; set; }

    public int? Port { get; set; }

    /// <summary>A role of node A that the operator has made. Unless set, one is made with no more rights than it needs.</summary>
    public string? User { get; set; }

    /// <summary>Its password; one by chance unless set.</summary>
    public string? Password { get; set; }
}
