namespace Personalify.Api.Remote.NodeB;

/// <summary>How node B, the PostgreSQL of the community's figures, stands.</summary>
public enum NodeBState
{
    /// <summary>No connection string names one.</summary>
    NotConfigured,

    /// <summary>It does not answer.</summary>
    Away,

    /// <summary>It answers, and what this version needs on it is not there yet.</summary>
    Preparing,

    /// <summary>It answers and has all that is needed.</summary>
    Up,
}
